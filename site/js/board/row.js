// A model of a leaderboard table as its row says it: which model it is at once, its figures when somebody asks, because
// a page has thousands and shows them already.
import {BOARD_FILTERS} from '../filters.js';

/** The number that a text says; undefined when it says none. */
export const number = (text) => (text !== undefined && text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined);

/** What a cell says: its data-value, or its text where that is not a dash. */
const cellValue = (cell, key) => {
  if (cell.dataset.value !== undefined) return number(cell.dataset.value) ?? cell.dataset.value;
  if (key === 'score' || key.startsWith('dim:')) return undefined;
  const text = cell.textContent.trim();
  return text === '' || text === '–' ? undefined : (number(text) ?? text);
};

/** The interval that a cell has beside its figure, as "low–high". */
const intervalOf = (cell, value) => {
  const found = /^(\d+(?:\.\d+)?)–(\d+(?:\.\d+)?)$/.exec(cell.querySelector('.interval')?.textContent ?? cell.title);
  return found ? {value, low: Number(found[1]), high: Number(found[2])} : {value};
};

/** What a row has as attributes. */
const FACTS = BOARD_FILTERS.filter(({kind}) => kind === 'choice').map(({name}) => name);

/** Whether every dimension among the columns has a score. */
export const complete = (cells, columns) => columns.every((key) => !key.startsWith('dim:') || cells[key] !== undefined);

const read = (element, keys) => {
  const {name, released, size} = element.dataset;
  const cells = {};
  const intervals = {};
  for (const cell of element.querySelectorAll('[data-key]')) {
    const {key} = cell.dataset;
    const value = cellValue(cell, key);
    if (value !== undefined) cells[key] = value;
    if (typeof value === 'number') intervals[key] = intervalOf(cell, value);
  }
  const facts = {model: name, released: released || undefined, size: number(size)};
  for (const key of keys) if (facts[key] !== undefined) cells[key] = facts[key];
  const scores = {};
  for (const key of keys) if (key.startsWith('dim:') && cells[key] !== undefined) scores[key.slice(4)] = cells[key];
  return {cells, intervals, scores};
};

export class Row {
  #element;
  #columns;
  #figures;

  /**
   * @param columns keys of the table's columns
   * @param place in the published order
   */
  constructor(element, columns, place) {
    this.#element = element;
    this.#columns = columns;
    this.id = element.dataset.model;
    this.name = element.dataset.name;
    this.place = place;
    /** Places among the published ones, from 1, of the models that it is not told apart from; null where that is not known. */
    this.together = element.dataset.together === undefined ? null : element.dataset.together.split(',').map((run) => run.split('-').map(Number));
    /** Its place, from 0, in the order that these are counted by. */
    this.standing = element.dataset.standing === undefined ? place : Number(element.dataset.standing) - 1;
    for (const fact of FACTS) this[fact] = element.dataset[fact] ?? '';
  }

  /** Before the row shows anything else than it came with. */
  #read() {
    return (this.#figures ??= read(this.#element, this.#columns));
  }

  /** What a search looks through. */
  get text() {
    return `${this.name} ${this.id} ${this.developer}`;
  }

  /** What filters read. */
  get records() {
    return [this];
  }

  get complete() {
    return complete(this.cells, this.#columns);
  }

  get cells() {
    return this.#read().cells;
  }

  get intervals() {
    return this.#read().intervals;
  }

  get scores() {
    return this.#read().scores;
  }
}
