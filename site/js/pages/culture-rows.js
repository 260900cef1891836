// Under the tables of the compare page: how the chosen models lie to the countries of one survey, a row each.
import {correlation} from '../weigh/fit.js';
import {FORMULAS, tint} from './formula.js';

export class CultureRows {
  #root;
  #make;
  #series;
  #models;
  #words;
  #port;
  #field;
  #table;
  #scroller;
  #chosen = [];

  /**
   * @param series [{id, name, system, dimensions, cultures: [{code, name, scores}]}], never mixed
   * @param models a map from id to {name, scores: {system: {dimension: number}}}
   */
  constructor(root, make, series, models, words, port) {
    this.#root = root;
    this.#make = make;
    this.#series = series;
    this.#models = models;
    this.#words = words;
    this.#port = port;
    this.#field = make('select', {autocomplete: 'off', change: () => this.#choose()});
    this.#field.append(...series.map(({id, name}) => make('option', {value: id}, name)));
    this.#table = make('table', {class: 'list fits'});
    this.#scroller = make('div', {class: 'scroller', role: 'region', 'aria-label': words.label, tabindex: '0'}, this.#table);
    root.append(make('p', {class: 'filters narrow'}, make('label', {}, words.series, ' ', this.#field)), this.#scroller);
  }

  show(chosen) {
    this.#chosen = chosen;
    this.#root.hidden = chosen.length === 0;
    const wanted = new URLSearchParams(this.#port.search()).get('series');
    if (this.#series.some(({id}) => id === wanted)) this.#field.value = wanted;
    if (!this.#root.hidden) this.#draw();
  }

  #choose() {
    const query = this.#port.search().replace(/^\?/, '').split('&').filter((part) => part && !part.startsWith('series='));
    this.#port.show(`?${[...query, `series=${encodeURIComponent(this.#field.value)}`].join('&')}`);
    this.#draw();
  }

  #draw() {
    const make = this.#make;
    const series = this.#series.find(({id}) => id === this.#field.value);
    const heads = series.cultures.map(({code, name}) => make('th', {scope: 'col', title: name}, code));
    const rows = this.#chosen.map((id) => {
      const own = this.#models.get(id)?.scores[series.system] ?? {};
      const scores = series.dimensions.map((dimension) => own[dimension]);
      const whole = scores.every((score) => score !== undefined);
      const cells = series.cultures.map((culture) => {
        const fit = whole ? FORMULAS.spearman(scores, culture.scores) : undefined;
        return fit === undefined ? make('td', {}, '–') : make('td', {class: tint(fit, 1), 'data-value': String(fit)}, correlation(fit));
      });
      return make('tr', {}, make('th', {scope: 'row', class: 'model', translate: 'no'}, this.#models.get(id)?.name ?? id), ...cells);
    });
    this.#table.replaceChildren(
      make('caption', {}, this.#words.caption(series.dimensions.length)),
      make('thead', {}, make('tr', {}, make('th', {scope: 'col', class: 'model'}, this.#words.model), ...heads)),
      make('tbody', {}, ...rows),
    );
  }
}
