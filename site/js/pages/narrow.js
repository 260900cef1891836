// Narrows a list of rows by what is said of them, and says in the address how. A row is {element, text, groups, order}:
// groups hold what belongs together, such as a value and what an answer says of it; a row passes when one of its groups
// has everything that was chosen.

/** Browsers take long to make these rules; most visitors read the list as it is. */
let rules;
const byNumber = (a, b) => (rules ??= new Intl.Collator('en', {numeric: true})).compare(a, b);

/** The same rows by their names, figures in them counted as figures. */
export const numbered = (rows) => [...rows].sort((a, b) => byNumber(a.element.id, b.element.id));

/** @param chosen by facet, empty for any; a row without groups passes when nothing is chosen */
export const passes = (row, chosen, query) => {
  const wanted = Object.entries(chosen).filter(([, value]) => value !== '');
  const found = wanted.length === 0 || row.groups.some((group) => wanted.every(([key, value]) => (group[key] ?? []).includes(value)));
  return found && query.toLowerCase().split(/\s+/).every((word) => row.text.includes(word));
};

/** What there is to choose from in each facet, in order; a facet in which all rows are alike is no choice. */
export const choices = (rows, keys) => {
  const found = {};
  for (const key of keys) {
    const values = [...new Set(rows.flatMap((row) => row.groups.flatMap((group) => group[key] ?? [])))].filter(Boolean);
    if (values.length > 1 || (values.length === 1 && rows.some((row) => row.groups.every((group) => !(group[key] ?? []).length)))) found[key] = values.sort(byNumber);
  }
  return found;
};

/** What an address says, without what the list does not know: {chosen, query, order}. */
export const read = (search, offered, orders) => {
  const query = new URLSearchParams(search);
  const chosen = {};
  for (const [key, values] of Object.entries(offered)) {
    const value = query.get(key) ?? '';
    chosen[key] = values.includes(value) ? value : '';
  }
  const order = query.get('order') ?? '';
  return {chosen, query: query.get('q') ?? '', order: orders.includes(order) ? order : ''};
};

/** The query string of a view, empty when everything is shown; what others put there stays. */
export const write = (search, {chosen, query, order}) => {
  const parts = new URLSearchParams(search);
  const set = (name, value) => (value === '' ? parts.delete(name) : parts.set(name, value));
  Object.entries(chosen).forEach(([key, value]) => set(key, value));
  set('q', query);
  set('order', order);
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
};

export class Narrow {
  #rows;
  #words;
  #port;
  #view;
  #fields = {};
  #make;
  #about;
  #count;
  #offered;
  #search;
  #order;
  #inOrder;
  #fold;
  #clear;
  /** The order that the rows stand in now; empty for that of the page. */
  #stands = '';

  /**
   * @param root where the controls go
   * @param about {rows, facets: {key: label}, names: {key: {value: label}}, orders: {key: rows => rows in that order}, count}
   * @param port {search, show(query string), narrowed(), roomy() whether there is room to unfold the filters}
   */
  constructor(root, make, about, words, port) {
    this.#make = make;
    this.#about = about;
    this.#rows = about.rows;
    this.#words = words;
    this.#port = port;
    this.#inOrder = about.orders ?? {};
    this.#view = this.#asked();
    this.#count = make('span', {class: 'count', role: 'status'});
    this.#search = make('input', {type: 'search', autocomplete: 'off', input: () => this.#change({query: this.#search.value.trim()})});
    const open = port.roomy() || Object.values(this.#view.chosen).some(Boolean) || this.#view.order !== '';
    this.#fold = make('details', {class: 'facets', open, toggle: () => this.#unfold()}, make('summary', {}, words.facets));
    this.#clear = make('button', {type: 'button', click: () => this.#reset()}, words.reset);
    root.append(
      make('p', {class: 'filters'}, make('label', {}, words.find, ' ', this.#search)),
      ...(Object.keys(about.facets).length > 0 ? [this.#fold] : []),
      make('p', {class: 'actions'}, this.#count, ' ', this.#clear),
    );
    this.#unfold();
    this.countOf = about.count ?? words.count;
    root.hidden = false;
    this.#apply();
  }

  /** What there is to choose from; found when somebody chooses or an address says what is chosen. */
  #choices() {
    return (this.#offered ??= choices(this.#rows, Object.keys(this.#about.facets)));
  }

  #asked() {
    if (this.#port.search() === '') return {chosen: {}, query: '', order: ''};
    return read(this.#port.search(), this.#choices(), Object.keys(this.#inOrder));
  }

  /** The lists are made when they are first looked at. */
  #unfold() {
    if (!this.#fold.open || this.#fold.childElementCount > 1) return;
    const orders = Object.keys(this.#inOrder);
    const facets = Object.entries(this.#choices()).map(([key, values]) => this.#select(this.#make, key, values, this.#about));
    if (orders.length > 0) facets.push(this.#orders(this.#make, orders));
    this.#fold.append(this.#make('div', {class: 'filters'}, ...facets));
    this.#say();
  }

  #select(make, key, values, about) {
    const field = make('select', {autocomplete: 'off', change: () => this.#change({chosen: {...this.#view.chosen, [key]: field.value}})});
    const label = (value) => about.names?.[key]?.[value] ?? value;
    field.append(make('option', {value: ''}, this.#words.any), ...values.map((value) => make('option', {value}, label(value))));
    this.#fields[key] = field;
    return make('label', {}, about.facets[key], ' ', field);
  }

  #orders(make, orders) {
    this.#order = make('select', {autocomplete: 'off', change: () => this.#change({order: this.#order.value})});
    this.#order.append(make('option', {value: ''}, this.#words.orders.most), ...orders.map((value) => make('option', {value}, this.#words.orders[value])));
    return make('label', {}, this.#words.order, ' ', this.#order);
  }

  #reset() {
    const nothing = Object.fromEntries(Object.keys(this.#choices()).map((key) => [key, '']));
    this.#change({chosen: nothing, query: '', order: ''});
  }

  #change(changes) {
    this.#view = {...this.#view, ...changes};
    this.#apply();
    this.#port.show(write(this.#port.search(), this.#view));
  }

  /** The visitor went back or forward. */
  restore() {
    this.#view = this.#asked();
    this.#apply();
  }

  /** The fields say what the view is. */
  #say() {
    const {chosen, query, order} = this.#view;
    for (const [key, field] of Object.entries(this.#fields)) field.value = chosen[key] ?? '';
    if (this.#search.value.trim() !== query) this.#search.value = query;
    if (this.#order) this.#order.value = order;
  }

  /** Touches only the rows that come, go or move: each one makes the browser measure the table again. */
  #apply() {
    const {chosen, query, order} = this.#view;
    this.#say();
    const all = query === '' && !Object.values(chosen).some(Boolean);
    let shown = 0;
    for (const row of this.#rows) {
      const hidden = !all && !passes(row, chosen, query);
      if (row.element.hidden !== hidden) row.element.hidden = hidden;
      shown += hidden ? 0 : 1;
    }
    if (order !== this.#stands) {
      const inOrder = order === '' ? this.#rows : this.#inOrder[order](this.#rows);
      inOrder[0].element.parentNode.append(...inOrder.map((row) => row.element));
      this.#stands = order;
    }
    this.#count.textContent = this.countOf(shown, this.#rows.length);
    // A button that goes while it has the focus would take the focus along.
    this.#clear.hidden = all && order === '' && !this.#clear.matches(':focus');
    this.#port.narrowed?.();
  }
}
