// The lists that have a ListPanel above them: the models of a period, the items of a system and the cases of a model.
import {CASE_FILTERS, ITEM_FILTERS, MODEL_FILTERS, compareTexts} from '../filters.js';
import {words} from './words.js';

const textOf = (element) => element.textContent.trim();

/** A row of a list, of which one part is searched; read when somebody filters the list. */
const rowOf = (searched) => (element) => {
  let cells;
  return {
    element,
    get text() {
      return textOf(searched(element));
    },
    get records() {
      return (cells ??= [Object.fromEntries([...element.querySelectorAll('[data-facet]')].map((cell) => [cell.dataset.facet, cell]))]);
    },
  };
};

/** The same rows by their numbers. */
const numbered = (rows) => [...rows].sort((a, b) => compareTexts(a.element.id, b.element.id));

/** A list of items, where their columns have heads with filters by these columns; undefined where there is nothing to filter. */
export const itemList = (root, port) => {
  const rows = port.all(root.dataset.rows).map(rowOf((row) => row.querySelector('th')));
  if (rows.length < 2) return undefined;
  const heads = port.all('.items thead [data-facet]');
  const pages = Number(root.dataset.pages ?? 1);
  const count = (shown, all) => (pages > 1 ? words.list.onPage(words.list.count(shown, all), pages) : words.list.count(shown, all));
  if (heads.length === 0) return {rows, filters: [], count, find: root.dataset.find};
  const {regions, years, anchor, yes} = words.list;
  const labels = {...Object.fromEntries(heads.map((head) => [head.dataset.facet, textOf(head)])), regions, years, anchor};
  return {
    rows,
    filters: ITEM_FILTERS.filter(({name}) => name in labels),
    label: (filter) => labels[filter],
    value: (filter, value) => (filter === 'anchor' ? yes : value),
    orders: {least: (all) => [...all].reverse(), id: numbered},
    count,
  };
};

/** Rows by the figure in one of their cells, the highest first; rows without one come last. */
const byFigure = (place) => (rows) => {
  const figure = ({element}) => Number(element.cells[place].dataset.value || -1);
  return [...rows].sort((a, b) => figure(b) - figure(a));
};

/** The models of a period. They are listed by name; the other orders are by date and by the mean on a system. */
export const modelList = (root, port) => {
  const rows = port.all(root.dataset.rows).map(rowOf((row) => row));
  const heads = port.all('.models thead th');
  const label = (facet) => textOf(heads.find((head) => head.dataset.facet === facet));
  const released = ({records}) => textOf(records[0].released);
  const newest = (all) => [...all].sort((a, b) => compareTexts(released(b), released(a)));
  const means = heads.map((head, place) => ({name: textOf(head), place})).filter(({place}) => heads[place].classList.contains('number'));
  const names = Object.fromEntries(means.map(({name, place}) => [`mean-${place}`, words.list.highest(name)]));
  return {
    rows,
    find: words.list.findModel,
    filters: MODEL_FILTERS,
    label,
    value: (filter, one) => one,
    orders: {newest, ...Object.fromEntries(means.map(({place}) => [`mean-${place}`, byFigure(place)]))},
    order: (name) => names[name] ?? words.list.modelOrders[name],
    count: words.list.models,
  };
};

/** What was read in an answer: {dimension, label, element}. */
export const readingsOf = (element) =>
  [...element.querySelectorAll('.readings li[data-label]')].map((one) => ({
    dimension: one.dataset.dimension,
    label: one.dataset.label,
    element: one,
  }));

/** What was read in an answer to a case: {system, dimension, label, level}, also for values that it does not touch. */
const recordsOf = (element, system) => {
  const read = [...element.querySelectorAll('.readings li[data-label]')];
  const silent = (element.querySelector('.silent')?.dataset.values ?? '').split('|').filter(Boolean);
  return [
    ...read.map(({dataset}) => ({system, dimension: dataset.dimension, label: dataset.label, level: Number(dataset.level)})),
    ...silent.map((dimension) => ({system, dimension, label: 'not', level: 0})),
  ];
};

/** Under a value the answers that show it least come first, and only the words that were read for it stay marked. */
const arrangeCases = (rows, section, value, name) => {
  const own = rows.filter(({element}) => section.contains(element));
  const level = ({records}) => records.find(({dimension}) => dimension === value)?.level ?? Infinity;
  const inOrder = value === '' ? own : [...own].sort((a, b) => level(a) - level(b));
  const shown = [...section.querySelectorAll('.case')];
  if (!inOrder.every(({element}, i) => element === shown[i])) section.append(...inOrder.map(({element}) => element));
  for (const mark of section.querySelectorAll('mark')) mark.classList.toggle('other', value !== '' && !mark.title.includes(name));
  const first = value === '' ? null : section.querySelector('.case:not([hidden]) > details:not([data-harmful])');
  if (first) first.open = true;
};

/** The cases of a model, by system, value and what the answer says of it; a heading without a case under it goes. */
export const caseList = (root, port) => {
  const sections = port.all('section.cases');
  const slug = (section) => section.querySelector('h2').id.replace(/^cases-/, '');
  const rows = sections.flatMap((section) =>
    [...section.querySelectorAll('.case')].map((element) => ({element, text: textOf(element), records: recordsOf(element, slug(section))})),
  );
  if (rows.length < 2) return undefined;
  const systems = Object.fromEntries(sections.map((section) => [slug(section), section.dataset.system]));
  const names = {system: systems, value: JSON.parse(root.dataset.names), reading: words.list.readings};
  const systemsOf = new Map();
  for (const {dimension, system} of rows.flatMap(({records}) => records)) systemsOf.set(dimension, (systemsOf.get(dimension) ?? new Set()).add(system));
  let value = '';
  return {
    rows,
    filters: CASE_FILTERS,
    label: (filter) => words.list[filter],
    value: (filter, one) => names[filter][one] ?? one,
    offers: (filter, one, state) => filter !== 'value' || state.system === '' || (systemsOf.get(one)?.has(state.system) ?? false),
    count: (shown, all, state) => words.list.cases(shown, all, state.value && (names.value[state.value] ?? state.value)),
    changed(state) {
      for (const one of sections) one.hidden = one.querySelector('.case:not([hidden])') === null;
      if (state.value === value) return;
      value = state.value;
      sections.forEach((section) => arrangeCases(rows, section, value, names.value[value] ?? value));
    },
  };
};
