// How like a model and a culture are, by the formula that the visitor chooses: the arithmetic of
// scores.culture.CultureFit (Java), in the browser.
import {centred, correlation, pearson, spearman} from '../weigh/fit.js';

/** The model's centred scores, each weighed by how far the culture puts the value above or below its own mean; in points. */
export const weighted = (model, culture) => {
  const m = centred(model);
  const c = centred(culture);
  const total = c.reduce((sum, value) => sum + Math.abs(value), 0);
  return total === 0 ? undefined : c.reduce((sum, value, i) => sum + value * m[i], 0) / total;
};

/** By name; the first is what pages are published with. */
export const FORMULAS = {spearman, pearson, weighted};

/** Numbers with spaces between them; null without any. */
export const vector = (text) => (text ? text.split(' ').map(Number) : null);

const TINTS = 10;

/** Which of eleven tints a figure has, where `most` has the darkest and its opposite the lightest. */
export const tint = (value, most) => {
  const step = Math.round((TINTS / 2) * (1 + Math.max(-1, Math.min(1, most > 0 ? value / most : 0))));
  return `heat-${String(step).padStart(2, '0')}`;
};

export class Formula {
  #cells = [];
  #countries;
  #caption;
  #published;
  #words;
  #port;
  #field;

  /**
   * @param root where the choice goes
   * @param table {caption, countries: [numbers], rows: [{scores: numbers or null, cells: [element]}]}
   * @param port {search, show(query string)}
   */
  constructor(root, make, table, words, port) {
    this.#countries = table.countries;
    this.#words = words;
    this.#port = port;
    this.#caption = table.caption;
    this.#published = table.caption.textContent;
    this.#cells = table.rows.map(({scores, cells}) => ({
      scores,
      cells: cells.map((element) => ({element, text: element.textContent, value: element.dataset.value, tone: element.className})),
    }));
    this.#field = make('select', {autocomplete: 'off', change: () => this.#choose(this.#field.value)});
    this.#field.append(...Object.keys(FORMULAS).map((value) => make('option', {value}, words.names[value])));
    root.append(make('p', {class: 'filters'}, make('label', {}, words.label, ' ', this.#field)));
    root.hidden = false;
    this.restore();
  }

  /** What the address says. */
  restore() {
    const name = new URLSearchParams(this.#port.search()).get('formula');
    this.#field.value = Object.hasOwn(FORMULAS, name ?? '') ? name : 'spearman';
    this.#apply(this.#field.value);
  }

  #choose(name) {
    const query = new URLSearchParams(this.#port.search());
    if (name === 'spearman') query.delete('formula');
    else query.set('formula', name);
    const text = query.toString();
    this.#apply(name);
    this.#port.show(text === '' ? '' : `?${text}`);
  }

  #apply(name) {
    if (name === 'spearman') {
      this.#caption.textContent = this.#published;
      this.#each((cell) => this.#put(cell.element, cell.text, cell.value, cell.tone));
      return;
    }
    const fits = this.#cells.map(({scores}) => this.#countries.map((country) => (scores ? FORMULAS[name](scores, country) : undefined)));
    const most = name === 'pearson' ? 1 : Math.max(...fits.flat().map((fit) => Math.abs(fit ?? 0)));
    this.#caption.textContent = this.#words.caption(this.#words.names[name], this.#countries[0].length);
    this.#each((cell, i, j) => {
      const fit = fits[i][j];
      if (fit === undefined) this.#put(cell.element, '–', undefined, '');
      else this.#put(cell.element, correlation(fit), String(fit), tint(fit, most));
    });
  }

  #each(action) {
    this.#cells.forEach(({cells}, i) => cells.forEach((cell, j) => action(cell, i, j)));
  }

  #put(element, text, value, tone) {
    element.textContent = text;
    element.className = tone;
    if (value === undefined) delete element.dataset.value;
    else element.dataset.value = value;
  }
}
