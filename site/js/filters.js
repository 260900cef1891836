// Every filter of every page, each declared once, and which rows pass: the same search and the same filters for leaderboards,
// items and cases.
//
// A filter is {key, name, kind, values, says}: its key in the address; its name in the state and in the texts; 'choice' of
// one value or 'flag'; its values, where the rows do not say them; and what a source says, a value or a list of them. A row is
// {text, sources}: text is searched, and a source is what says something of the row; most rows have one, a case has one for
// each reading of the answer. A row passes when one of its sources says everything that was chosen.

const choice = (name, says, more = {}) => ({key: name, name, kind: 'choice', says, ...more});

const YES_NO = ['true', 'false'];

/** Of a leaderboard; its source is a Row (board/row.js). */
export const BOARD_FILTERS = [
  choice('developer', (row) => row.developer, {key: 'dev'}),
  choice('family', (row) => row.family),
  choice('country', (row) => row.country),
  choice('open', (row) => row.open, {values: YES_NO}),
  choice('reasoning', (row) => row.reasoning, {values: YES_NO}),
  {key: 'complete', name: 'complete', kind: 'flag', says: (row) => row.complete},
];

const textOf = (cell) => cell.textContent.trim();
const parts = (cell, between) => textOf(cell).split(between).filter((part) => part !== '–');
const listed = (text) => (text ?? '').split('|');

/** Of a list of items; its source is the cells of a row by their data-facet. */
export const ITEM_FILTERS = [
  choice('dimension', (cells) => parts(cells.dimension, ', ')),
  choice('category', (cells) => parts(cells.category, ', ')),
  choice('origin', (cells) => parts(cells.origin, ',')[0]),
  choice('first', (cells) => parts(cells.first, ', ')),
  choice('regions', (cells) => listed(cells.regions.dataset.regions)),
  choice('years', (cells) => listed(cells.regions.dataset.years)),
  choice('carried', (cells) => (cells.origin.dataset.anchor === undefined ? [] : '1')),
];

/** Of the cases of a model; its source is a reading {dimension, label}. */
export const CASE_FILTERS = [
  choice('value', (reading) => reading.dimension),
  choice('reading', (reading) => reading.label),
];

const said = new WeakMap();

/** What a source says, worked out once: reading a page takes longer than comparing texts. */
const saidBy = (source, filter) => {
  if (!said.has(source)) said.set(source, {});
  return (said.get(source)[filter.name] ??= [filter.says(source)].flat().filter(Boolean));
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
  const says = (source) => chosen.every((filter) => saidBy(source, filter).includes(state[filter.name]));
  return (row) =>
    (chosen.length === 0 || row.sources.some(says)) &&
    (state.query === '' || words.every((word) => foldedText(row).includes(word)));
};

let rules;

/** Texts in the order in which people look for them. Browsers take long to make these rules; who sorts nothing does without. */
export const compareTexts = (a, b) => (rules ??= new Intl.Collator('en', {numeric: true, sensitivity: 'base'})).compare(a, b);

const saidByRow = (row, filter) => row.sources.flatMap((source) => saidBy(source, filter));

/** What there is to choose from: distinct values in order, by the name of each filter. */
export const choices = (rows, filters) => {
  const values = (filter) => filter.values ?? [...new Set(rows.flatMap((row) => saidByRow(row, filter)))].sort(compareTexts);
  return Object.fromEntries(filters.filter(({kind}) => kind === 'choice').map((filter) => [filter.name, values(filter)]));
};

/** The filters that are worth offering: where all rows say the same, there is nothing to choose. */
export const offered = (rows, filters, found = choices(rows, filters)) =>
  filters.filter((filter) => {
    if (filter.kind === 'flag' || filter.values || found[filter.name].length > 1) return true;
    return found[filter.name].length === 1 && rows.some((row) => saidByRow(row, filter).length === 0);
  });
