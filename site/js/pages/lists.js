// The lists that have a ListPanel above them: the items of a system and the cases of a model.
import {CASE_FILTERS, ITEM_FILTERS, compareTexts} from '../filters.js';
import {words} from './words.js';

const textOf = (element) => element.textContent.trim();

/** A row of the list of items; read when somebody filters the list. */
const itemRow = (element) => {
  let cells;
  return {
    element,
    get text() {
      return textOf(element.querySelector('th'));
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
  const rows = port.all(root.dataset.rows).map(itemRow);
  if (rows.length < 2) return undefined;
  const heads = port.all('.items thead [data-facet]');
  if (heads.length === 0) return {rows, filters: [], count: words.list.count};
  const {regions, years, anchor, yes} = words.list;
  const labels = {...Object.fromEntries(heads.map((head) => [head.dataset.facet, textOf(head)])), regions, years, anchor};
  return {
    rows,
    filters: ITEM_FILTERS.filter(({name}) => name in labels),
    label: (filter) => labels[filter],
    value: (filter, value) => (filter === 'anchor' ? yes : value),
    orders: {least: (all) => [...all].reverse(), id: numbered},
    count: words.list.count,
  };
};

/** What was read in an answer: {dimension, label, element}. */
export const readingsOf = (element) =>
  [...element.querySelectorAll('.readings li[data-label]')].map((one) => ({
    dimension: one.dataset.dimension,
    label: one.dataset.label,
    element: one,
  }));

/** The cases of a model, by value and by what the answer says of it; a heading without a case under it goes. */
export const caseList = (root, port) => {
  const sections = port.all('section.cases');
  const rows = port.all('section.cases .case').map((element) => ({element, text: textOf(element), records: readingsOf(element)}));
  if (rows.length < 2) return undefined;
  const names = {value: JSON.parse(root.dataset.names), reading: words.list.readings};
  return {
    rows,
    filters: CASE_FILTERS,
    label: (filter) => words.list[filter],
    value: (filter, value) => names[filter][value] ?? value,
    count: words.list.cases,
    changed: () => sections.forEach((one) => (one.hidden = one.querySelector('.case:not([hidden])') === null)),
  };
};
