// Below the answers of compared models: every labelled item on which they were read differently, by value, to look up and to take
// along.
import {addressOf} from '../address.js';
import {selectOf} from '../elements.js';
import {visible} from '../format.js';
import {choiceField, codec} from '../state.js';
import {csv} from '../table-formats.js';
import {differing} from './differing.js';

/** How many are listed; the file has all. */
const LISTED = 50;

const SIGNS = {'+': '+', '.': '·', '-': '−'};

export class Explorer {
  #make;
  #words;
  #names;
  #systems;
  #found;
  #address;
  #state;
  #choice;
  #count;
  #file;
  #body;

  /**
   * @param page {systems: [{id, name, dimensions: [{id, name}], harmful}], name(model)}
   * @param labels a map from model to its lines of labels
   * @param items lines of items.jsonl
   * @param port browser.js
   */
  constructor(make, page, {labels, items}, words, port) {
    this.#make = make;
    this.#words = words;
    this.#names = [...labels.keys()].map((model) => page.name(model));
    this.#systems = new Map(page.systems.map((system) => [system.id, system]));
    this.#found = page.systems.flatMap((system) => differing(labels, items, system));
    const values = page.systems.flatMap(({id, dimensions}) => dimensions.map((dimension) => [`${id}/${dimension.id}`, dimension.name]));
    this.#address = addressOf(codec([choiceField({key: 'on', name: 'on', values: values.map(([key]) => key)})]), {}, port);
    this.#state = this.#address.read().state;
    this.#choice = selectOf(make, [['', words.any], ...values], (on) => this.#choose(on));
    this.#choice.value = this.#state.on;
    this.#count = make('span', {class: 'count', role: 'status'});
    this.#file = make('a', {download: 'differences.csv'}, words.file);
    this.#body = make('tbody', {});
    this.#show();
  }

  get elements() {
    const make = this.#make;
    const head = (text) => make('th', {scope: 'col'}, text);
    return [
      make('h3', {id: 'explorer'}, this.#words.heading),
      make('p', {class: 'page-controls filters'}, make('label', {}, this.#words.value, ' ', this.#choice), ' ', this.#count, ' ', this.#file),
      make('div', {class: 'scroller', role: 'region', 'aria-labelledby': 'explorer', tabindex: '0'},
        make('table', {class: 'list'}, make('thead', {}, make('tr', {}, head(this.#words.item), head(this.#words.value), ...this.#names.map(head))), this.#body)),
    ];
  }

  #choose(on) {
    this.#state = {on};
    this.#address.record(this.#state, null);
    this.#show();
  }

  #show() {
    const {on} = this.#state;
    const rows = this.#found.flatMap(({item, values}) =>
      values.filter(({dimension}) => on === '' || on === `${item.system}/${dimension}`).map(({dimension, signs}) => ({item, dimension, signs})),
    );
    const items = new Set(rows.map(({item}) => item)).size;
    this.#count.textContent = this.#words.count(items, Math.min(rows.length, LISTED), rows.length);
    this.#body.replaceChildren(...rows.slice(0, LISTED).map((row) => this.#row(row)));
    const table = csv(
      ['system', 'item', 'value', ...this.#names],
      rows.map(({item, dimension, signs}) => [item.system, item.id, dimension, ...signs.map((sign) => ({'+': 'shown', '.': 'not shown', '-': 'opposed'})[sign] ?? '')]),
    );
    this.#file.href = `data:text/csv;charset=utf-8,${encodeURIComponent(table)}`;
  }

  /** What is asked for harm is named, not quoted. */
  #row({item, dimension, signs}) {
    const make = this.#make;
    const system = this.#systems.get(item.system);
    const text = system.harmful ? item.id : visible(item.text);
    const page = /^[a-z0-9][a-z0-9-]*$/.test(item.id) ? make('a', {href: `../items/${item.system}/${item.id}.html`, dir: 'auto'}, text) : text;
    const name = system.dimensions.find(({id}) => id === dimension).name;
    return make('tr', {}, make('th', {scope: 'row'}, page), make('td', {}, name), ...signs.map((sign) => make('td', {class: 'mark'}, SIGNS[sign] ?? '?')));
  }
}
