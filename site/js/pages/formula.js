// How like a model and a culture are, by the formula that the visitor chooses: the arithmetic of
// scores.culture.CultureFit (Java), in the browser.
import {selectOf} from '../elements.js';
import {choiceField, codec} from '../state.js';
import {centred, correlation, pearson, spearman} from '../weights/profile-fit.js';
import {panelAddress} from './panel-address.js';

/** The model's centred scores, each weighed by how far the culture puts the value above or below its own mean; in points. */
export const weighted = (model, culture) => {
  const m = centred(model);
  const c = centred(culture);
  const total = c.reduce((sum, value) => sum + Math.abs(value), 0);
  return total === 0 ? undefined : c.reduce((sum, value, i) => sum + value * m[i], 0) / total;
};

/** By name; the first is what pages are published with. */
export const FORMULAS = {spearman, pearson, weighted};

const PUBLISHED = 'spearman';

/** {formula}, empty for the one that pages are published with */
export const formulaCodec = codec([choiceField({key: 'formula', name: 'formula', values: Object.keys(FORMULAS)})]);

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
  #address;
  #field;

  /**
   * @param root where the choice goes
   * @param table {caption, countries: [numbers], rows: [{scores: numbers or null, cells: [element]}]}
   * @param port browser.js
   */
  constructor(root, make, table, words, port) {
    this.#countries = table.countries;
    this.#words = words;
    this.#address = panelAddress(formulaCodec, {}, port);
    this.#caption = table.caption;
    this.#published = table.caption.textContent;
    this.#cells = table.rows.map(({scores, cells}) => ({
      scores,
      cells: cells.map((element) => ({element, text: element.textContent, value: element.dataset.value, tone: element.className})),
    }));
    this.#field = selectOf(make, Object.keys(FORMULAS).map((name) => [name, words.names[name]]), (name) => this.#choose(name));
    root.append(make('p', {class: 'filters'}, make('label', {}, words.label, ' ', this.#field)));
    root.hidden = false;
    this.#show(this.#address.read());
  }

  /** The visitor went back or forward. */
  restore() {
    this.#show(this.#address.reread());
  }

  #show({formula}) {
    this.#field.value = formula || PUBLISHED;
    this.#fill(this.#field.value);
  }

  #choose(name) {
    this.#fill(name);
    this.#address.record({formula: name === PUBLISHED ? '' : name}, null);
  }

  #fill(name) {
    if (name === PUBLISHED) {
      this.#caption.textContent = this.#published;
      this.#each((cell) => this.#write(cell.element, cell.text, cell.value, cell.tone));
      return;
    }
    const fits = this.#cells.map(({scores}) => this.#countries.map((country) => (scores ? FORMULAS[name](scores, country) : undefined)));
    const most = name === 'pearson' ? 1 : Math.max(...fits.flat().map((fit) => Math.abs(fit ?? 0)));
    this.#caption.textContent = this.#words.caption(this.#words.names[name], this.#countries[0].length);
    this.#each((cell, i, j) => {
      const fit = fits[i][j];
      if (fit === undefined) this.#write(cell.element, '–', undefined, '');
      else this.#write(cell.element, correlation(fit), String(fit), tint(fit, most));
    });
  }

  #each(action) {
    this.#cells.forEach(({cells}, i) => cells.forEach((cell, j) => action(cell, i, j)));
  }

  #write(element, text, value, tone) {
    element.textContent = text;
    element.className = tone;
    if (value === undefined) delete element.dataset.value;
    else element.dataset.value = value;
  }
}
