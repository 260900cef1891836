// Under the tables of the compare page: how the chosen models lie to the countries of one survey, a row for each
// country: names fit there, and few models are chosen.
import {addressOf} from '../address.js';
import {selectOf} from '../elements.js';
import {choiceField, codec} from '../state.js';
import {language} from '../texts.js';
import {correlation} from '../weights/profile-fit.js';
import {FORMULAS, tint} from './culture-fit.js';

export class CultureFitsPanel {
  #root;
  #make;
  #series;
  #models;
  #words;
  #address;
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
    const values = series.map(({id}) => id);
    this.#address = addressOf(codec([choiceField({key: 'series', name: 'series', values})]), {}, port);
    this.#field = selectOf(make, series.map(({id, name}) => [id, name]), (id) => this.#choose(id));
    this.#table = make('table', {class: 'list'});
    this.#scroller = make('div', {class: 'scroller', role: 'region', 'aria-label': words.label, tabindex: '0'}, this.#table);
    root.append(make('p', {class: 'filters page-controls'}, make('label', {}, words.series, ' ', this.#field)), this.#scroller);
  }

  show(chosen) {
    this.#chosen = chosen;
    this.#root.hidden = chosen.length === 0;
    this.restore();
  }

  /** What the address says; the first series where it says nothing. */
  restore() {
    this.#address.forget();
    this.#field.value = this.#address.read().state.series || this.#series[0].id;
    if (!this.#root.hidden) this.#draw();
  }

  #choose(id) {
    this.#address.record({series: id === this.#series[0].id ? '' : id}, null);
    this.#draw();
  }

  #draw() {
    const make = this.#make;
    const series = this.#series.find(({id}) => id === this.#field.value);
    const models = this.#chosen.map((id) => {
      const own = this.#models.get(id)?.scores[series.system] ?? {};
      const scores = series.dimensions.map((dimension) => own[dimension]);
      return {name: this.#models.get(id)?.name ?? id, scores: scores.every((score) => score !== undefined) ? scores : undefined};
    });
    const heads = models.map(({name}) => make('th', {scope: 'col', class: 'number', translate: 'no'}, name));
    const rows = [...series.cultures].sort((a, b) => a.name.localeCompare(b.name, language)).map((culture) => {
      const cells = models.map(({scores}) => {
        const fit = scores && FORMULAS.spearman(scores, culture.scores);
        return fit === undefined ? make('td', {class: 'number'}, '–') : make('td', {class: `number ${tint(fit, 1)}`, 'data-value': String(fit)}, correlation(fit));
      });
      return make('tr', {}, make('th', {scope: 'row'}, culture.name), ...cells);
    });
    this.#table.replaceChildren(
      make('caption', {}, this.#words.caption(series.dimensions.length)),
      make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, this.#words.country), ...heads)),
      make('tbody', {}, ...rows),
    );
  }
}
