// The heatmap of models and countries, by the formula that the visitor chooses.
import {selectOf} from '../elements.js';
import {choiceField, codec} from '../state.js';
import {correlation} from '../weights/profile-fit.js';
import {FORMULAS, tint} from './culture-fit.js';
import {panelAddress} from './panel-address.js';

const PUBLISHED = 'spearman';

/** {formula}, empty for the one that pages are published with */
export const formulaCodec = codec([choiceField({key: 'formula', name: 'formula', values: Object.keys(FORMULAS)})]);

export class FormulaPanel {
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
