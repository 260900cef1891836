// Every filter of every page, each declared once, and which rows pass: the same search and the same filters for leaderboards,
// items and cases.
//
// A filter is {key, name, kind, values, read}: its key in the address; its name in the state and in the texts; 'choice' of one
// value or 'flag'; its values, where they are not those of the rows; and what it reads in a record, a value or a list of them. A
// row is {text, records}: text is searched. Most rows have one record, a case has one for each reading of the answer; a row passes
// when one of its records has everything that was chosen.

const choice = (name, read, more = {}) => ({key: name, name, kind: 'choice', read, ...more});

const YES_NO = ['true', 'false'];

/** Of a leaderboard; its record is a Row (board/row.js). */
export const BOARD_FILTERS = [
  choice('developer', (row) => row.developer, {key: 'dev'}),
  choice('family', (row) => row.family),
  choice('country', (row) => row.country),
  choice('open', (row) => row.open, {values: YES_NO}),
  choice('reasoning', (row) => row.reasoning, {values: YES_NO}),
  {key: 'complete', name: 'complete', kind: 'flag', read: (row) => row.complete},
];

const listed = (text) => (text ?? '').split('|');

/** As data-values has them, whatever the language of the page; or the text, where that is not a dash. */
const valuesOf = (cell) => listed(cell.dataset.values ?? cell.textContent.trim().replace(/^–$/, ''));

/** Of a list of items; its record is the cells of a row by their data-facet. */
export const ITEM_FILTERS = [
  choice('dimension', (cells) => valuesOf(cells.dimension)),
  choice('category', (cells) => valuesOf(cells.category)),
  choice('origin', (cells) => valuesOf(cells.origin)),
  choice('first', (cells) => valuesOf(cells.first)),
  choice('regions', (cells) => listed(cells.regions.dataset.regions)),
  choice('years', (cells) => listed(cells.regions.dataset.years)),
  choice('anchor', (cells) => (cells.origin.dataset.anchor === undefined ? [] : '1'), {key: 'carried'}),
];

/** Of a list of models; its record is the cells of a row by their data-facet. */
export const MODEL_FILTERS = ['developer', 'country', 'open', 'reasoning'].map((name) => choice(name, (cells) => valuesOf(cells[name])));

/** Of the cases of a model; its record is a reading {system, dimension, label}. */
export const CASE_FILTERS = [
  choice('system', (reading) => reading.system),
  choice('value', (reading) => reading.dimension),
  choice('reading', (reading) => reading.label),
];

const valuesRead = new WeakMap();

/** The values in a record, read once: reading a page takes longer than comparing texts. */
const valuesIn = (record, filter) => {
  if (!valuesRead.has(record)) valuesRead.set(record, {});
  return (valuesRead.get(record)[filter.name] ??= [filter.read(record)].flat().filter(Boolean));
};

/** Without case or accents. Upper case, since some letters have no lower one of their own: ß is SS. */
const folded = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toUpperCase();

const foldedTexts = new WeakMap();

const foldedText = (row) => {
  if (!foldedTexts.has(row)) foldedTexts.set(row, folded(row.text));
  return foldedTexts.get(row);
};

/** A test of rows: whether one has every word of the query and passes every filter of a state. */
export const passing = (state, filters) => {
  const chosen = filters.filter(({name}) => state[name]);
  const words = folded(state.query).split(/\s+/);
  const hasAll = (record) => chosen.every((filter) => valuesIn(record, filter).includes(state[filter.name]));
  return (row) =>
    (chosen.length === 0 || row.records.some(hasAll)) &&
    (state.query === '' || words.every((word) => foldedText(row).includes(word)));
};

const partsOfTexts = new Map();

/** Texts at even places, numbers between them at odd ones. */
const partsOf = (text) => {
  if (!partsOfTexts.has(text)) {
    const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replaceAll('ς', 'σ');
    partsOfTexts.set(text, plain.split(/(\d+)/).map((part, i) => (i % 2 ? part.replace(/^0+(?=.)/, '') : part)));
  }
  return partsOfTexts.get(text);
};

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Texts in the order in which the pages list names (NameOrder.java), whatever the language of the browser. */
export const compareTexts = (a, b) => {
  const [one, other] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.min(one.length, other.length); i++) {
    const found = (i % 2 && order(one[i].length, other[i].length)) || order(one[i], other[i]);
    if (found) return found;
  }
  return one.length - other.length;
};

const valuesOfRow = (row, filter) => row.records.flatMap((record) => valuesIn(record, filter));

/** What there is to choose from: distinct values in order, by the name of each filter. */
export const choices = (rows, filters) => {
  const values = (filter) => filter.values ?? [...new Set(rows.flatMap((row) => valuesOfRow(row, filter)))].sort(compareTexts);
  return Object.fromEntries(filters.filter(({kind}) => kind === 'choice').map((filter) => [filter.name, values(filter)]));
};

/** The filters that are worth offering: where all rows have the same, there is nothing to choose. */
export const offered = (rows, filters, found = choices(rows, filters)) =>
  filters.filter((filter) => {
    if (filter.kind === 'flag' || filter.values || found[filter.name].length > 1) return true;
    return found[filter.name].length === 1 && rows.some((row) => valuesOfRow(row, filter).length === 0);
  });
