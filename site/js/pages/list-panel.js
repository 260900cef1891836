// Controls above a list: search, filters, the order of its rows, and how many are shown.
import {selectOf} from '../elements.js';
import {FilterControls} from '../filter-controls.js';
import {choices, offered, passing} from '../filters.js';
import {choiceField, codec, filterField, queryField} from '../state.js';
import {panelAddress} from './panel-address.js';

/** The state of a list: {query, order} and one entry for each of its filters. */
export const listCodec = (filters, orders) =>
  codec([queryField, ...filters.map(filterField), choiceField({key: 'order', name: 'order', values: orders})]);

export class ListPanel {
  #make;
  #list;
  #words;
  #address;
  #page;
  #state;
  #search;
  #fold;
  #filters;
  #order;
  #count;
  #reset;
  /** The order that the rows are in now; empty for that of the page. */
  #orderNow = '';

  /**
   * @param root where the controls go
   * @param list {rows: [{element, text, records}], filters, label(filter), value(filter, value), orders: {name: (rows) => rows
   *     in that order}, find, order(name), count(shown, all, state), changed(state), offers(filter, value, state)}; find
   *     labels the search, and order names an order, 'first' being that of the page; all but rows, filters and count may be left out
   * @param port browser.js
   */
  constructor(root, make, list, words, port) {
    this.#make = make;
    this.#list = {orders: {}, ...list};
    this.#words = words;
    this.#page = this.#pageModel();
    this.#address = panelAddress(listCodec(list.filters, Object.keys(this.#list.orders)), this.#page, port);
    this.#count = make('span', {class: 'count', role: 'status'});
    this.#search = make('input', {
      ...{type: 'search', autocomplete: 'off', change: () => this.#address.settle()},
      input: () => this.#change({query: this.#search.value.trim()}, 'query'),
    });
    this.#reset = make('button', {type: 'button', click: () => this.#change(this.#address.initial(), null)}, words.reset);
    this.#state = this.#address.read();
    const open = port.isWide('48.01rem') || this.#isFiltered() || this.#state.order !== '';
    this.#fold = make('details', {class: 'facets', open, toggle: () => this.#unfold()}, make('summary', {}, words.filters));
    root.append(
      make('p', {class: 'filters'}, make('label', {}, this.#list.find ?? words.find, ' ', this.#search)),
      ...(list.filters.length > 0 ? [this.#fold] : []),
      make('p', {class: 'actions'}, this.#count, ' ', this.#reset),
    );
    this.#unfold();
    root.hidden = false;
    this.#show();
  }

  /** What there is to choose from, found when an address or a visitor asks. */
  #pageModel() {
    const {rows, filters} = this.#list;
    let found;
    return {
      get choices() {
        return (found ??= choices(rows, filters));
      },
      get filters() {
        return offered(rows, filters, this.choices);
      },
    };
  }

  #isFiltered() {
    return this.#list.filters.some(({name}) => this.#state[name]);
  }

  /** The fields are made when they are first looked at. */
  #unfold() {
    if (!this.#fold.open || this.#fold.childElementCount > 1 || this.#list.filters.length === 0) return;
    const {label, value, offers, orders} = this.#list;
    const texts = {label, value, offers, any: this.#words.anyValue};
    this.#filters = new FilterControls(this.#make, this.#page, texts, (part) => this.#change(part, null));
    const order = Object.keys(orders).length > 0 ? [this.#makeOrder(Object.keys(orders))] : [];
    this.#fold.append(this.#make('div', {class: 'filters'}, ...this.#filters.labels, ...order));
    this.#showFields();
  }

  #makeOrder(names) {
    const {order = (name) => this.#words.orders[name]} = this.#list;
    const options = ['', ...names].map((name) => [name, order(name || 'first')]);
    this.#order = selectOf(this.#make, options, (order) => this.#change({order}, null));
    return this.#make('label', {}, this.#words.order, ' ', this.#order);
  }

  #change(changes, from) {
    this.#state = {...this.#state, ...changes};
    this.#show();
    this.#address.record(this.#state, from);
  }

  /** The visitor went back or forward. */
  restore() {
    this.#state = this.#address.reread();
    this.#show();
  }

  /** The visitor leaves. */
  flush() {
    this.#address.flush();
  }

  #showFields() {
    const {query, order} = this.#state;
    if (this.#search.value.trim() !== query) this.#search.value = query;
    this.#filters?.show(this.#state);
    if (this.#order) this.#order.value = order;
  }

  /** Touches only the rows that come, go or move: each one makes the browser measure the table again. */
  #show() {
    const {rows, filters, orders, count, changed} = this.#list;
    const {query, order} = this.#state;
    this.#showFields();
    const all = query === '' && !this.#isFiltered();
    const passes = passing(this.#state, filters);
    let shown = 0;
    for (const row of rows) {
      const hidden = !all && !passes(row);
      if (row.element.hidden !== hidden) row.element.hidden = hidden;
      shown += hidden ? 0 : 1;
    }
    if (order !== this.#orderNow) {
      const inOrder = order === '' ? rows : orders[order](rows);
      inOrder[0].element.parentNode.append(...inOrder.map((row) => row.element));
      this.#orderNow = order;
    }
    this.#count.textContent = count(shown, rows.length, this.#state);
    // A button that goes while it has the focus would take the focus along.
    this.#reset.hidden = all && order === '' && !this.#reset.matches(':focus');
    changed?.(this.#state);
  }
}
