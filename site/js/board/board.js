// A leaderboard table: reads its rows, turns its heads into sort buttons, and shows an arrangement of it. In a long table
// the rows in sight are shown at once and the others in slices afterwards.
import {arranged} from '../rows.js';
import {aligning} from '../weights.js';
import {Line} from './line.js';
import {inSight, longestRunAround} from './order.js';
import {slices} from './slices.js';

const number = (text) => (text !== undefined && text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined);

/** What a cell says: its data-value, or its text where that is not a dash. */
const cellValue = (cell, key) => {
  if (cell.dataset.value !== undefined) return number(cell.dataset.value) ?? cell.dataset.value;
  if (key === 'score' || key.startsWith('dim:')) return undefined;
  const text = cell.textContent.trim();
  return text === '' || text === '–' ? undefined : (number(text) ?? text);
};

/** What a head is called, without the explanation beside it. */
const labelOf = (head) => (head.querySelector('a, button') ?? head.firstChild ?? head).textContent.trim();

/** The interval that a cell says beside its figure, as "low–high". */
const intervalOf = (cell, value) => {
  const said = /^(\d+(?:\.\d+)?)–(\d+(?:\.\d+)?)$/.exec(cell.querySelector('.interval')?.textContent ?? cell.title);
  return said ? {value, low: Number(said[1]), high: Number(said[2])} : {value};
};

const readRow = (element, keys, place) => {
  const {model, name, developer = '', family = '', country = '', open = '', reasoning = '', released, size} = element.dataset;
  const cells = {};
  const intervals = {};
  for (const cell of element.querySelectorAll('[data-key]')) {
    const value = cellValue(cell, cell.dataset.key);
    if (value !== undefined) cells[cell.dataset.key] = value;
    if (typeof value === 'number') intervals[cell.dataset.key] = intervalOf(cell, value);
  }
  const facts = {model: name, released: released || undefined, size: number(size)};
  for (const key of keys) if (facts[key] !== undefined) cells[key] = facts[key];
  const scores = {};
  for (const key of keys) if (key.startsWith('dim:') && cells[key] !== undefined) scores[key.slice(4)] = cells[key];
  return {id: model, name, developer, family, country, open, reasoning, place, scores, cells, intervals};
};

/** Columns where more comes first at the first press. */
const startsDescending = (rows, key) =>
  key !== 'rank' && rows.every((row) => row.cells[key] === undefined || typeof row.cells[key] === 'number');

/** Rows from which on those out of sight wait. */
const LONG = 60;

export class Board {
  #make;
  #body;
  #heads;
  #lines;
  #align;
  #port;
  #later;
  #begun = false;
  #hidden;

  /**
   * @param onSort told the key of a column, and whether it starts descending
   * @param port what the browser offers: what slices.js wants, and height() of what is in sight
   */
  constructor(table, make, onSort, port) {
    this.#make = make;
    this.table = table;
    this.#body = table.tBodies[0];
    this.#heads = [...table.tHead.querySelectorAll('th[data-key]')];
    this.columns = this.#heads.map((head) => head.dataset.key);
    this.dimensions = this.columns.filter((key) => key.startsWith('dim:')).map((key) => key.slice(4));
    const elements = [...this.#body.rows];
    /** Confidence of the intervals; undefined where there are none. */
    this.level = number(table.dataset.level);
    this.rows = elements.map((element, place) => readRow(element, this.columns, place));
    this.#lines = elements.map((element) => new Line(element, make));
    this.#align = aligning(this.rows, this.dimensions);
    this.#port = port;
    this.#later = slices(port);
    this.labels = new Map(this.#heads.map((head) => [head.dataset.key, labelOf(head)]));
    for (const head of this.#heads) this.#sortable(head, onSort);
  }

  /** Adds a box to each row that takes its model into the pool. */
  addPicks(onPick) {
    for (const row of this.rows) this.#lines[row.place].addPick(row.name, () => onPick(row.id));
  }

  /** Shows the board under a state, only the rows that also pass the test, and returns the arrangement. */
  show(state, alsoShown) {
    const entries = arranged(this.rows, state, this.dimensions, this.#align);
    const picked = new Set(state.pool);
    let others = !this.#begun;
    for (const entry of entries) {
      entry.shown &&= alsoShown(entry.row);
      others = this.#lines[entry.place].mark(entry.shown, picked.has(entry.row.id)) || others;
    }
    this.#begun = true;
    const asPublished = state.preset === 'equal';
    this.table.classList.toggle('weighted', !asPublished);
    this.#showSort(state.sort);
    this.#hide(state.hidden);
    // Those left out come last, so that the places of the others are places on the screen.
    const shown = entries.filter((entry) => entry.shown);
    const ordered = shown.length === entries.length ? entries : [...shown, ...entries.filter((entry) => !entry.shown)];
    const whole = others || entries.length <= LONG;
    const atOnce = whole ? [0, 0] : this.#showInSight(ordered, shown.length, asPublished);
    this.#later.begin(this.#showAll(ordered, asPublished, atOnce));
    if (whole) this.#later.finish();
    return entries;
  }

  /** Does at once what was left for later. */
  finish() {
    this.#later.finish();
  }

  /** The rows that will be in sight, at the place where they will be; the range of them in the new order. */
  #showInSight(ordered, shown, asPublished) {
    const now = [...this.#body.rows];
    const [from, to] = inSight(now.slice(0, shown), this.#port.height());
    const lines = ordered.slice(from, to).map((entry) => this.#lines[entry.place]);
    lines.forEach((line, i) => line.say(ordered[from + i], asPublished));
    const rows = lines.map((line) => line.element);
    const moving = new Set(rows);
    let next = now.filter((element) => !moving.has(element))[from] ?? null;
    for (const row of rows.reverse()) {
      if (row.nextElementSibling !== next) this.#body.insertBefore(row, next);
      next = row;
    }
    return [from, to];
  }

  /** Step by step what every row says and where it is; moves those outside the longest run that is in order already. */
  *#showAll(ordered, asPublished, [from, to]) {
    for (const entry of ordered) {
      this.#lines[entry.place].say(entry, asPublished);
      yield;
    }
    const elements = ordered.map((entry) => this.#lines[entry.place].element);
    const at = new Map([...this.#body.rows].map((element, i) => [element, i]));
    const stays = longestRunAround(elements.map((element) => at.get(element)), from, to);
    let next = null;
    for (let i = elements.length - 1; i >= 0; i -= 1) {
      if (!stays[i]) {
        this.#body.insertBefore(elements[i], next);
        yield;
      }
      next = elements[i];
    }
  }

  /** The shown part of an arrangement as a table of values: {heads, rows}. */
  values(entries) {
    const shown = entries.filter((entry) => entry.shown);
    const columns = this.columns.filter((key) => !this.#hidden.includes(key));
    return {
      heads: columns.map((key) => this.labels.get(key)),
      rows: shown.map((entry) => columns.map((key) => (key === 'model' ? entry.row.name : entry.cells[key]))),
    };
  }

  /** A head's words go into a button; what explains them stays beside it. */
  #sortable(head, onSort) {
    const key = head.dataset.key;
    const tip = head.querySelector('.tip');
    const button = this.#make('button', {
      type: 'button',
      class: 'sort',
      ...(tip ? {'aria-describedby': `${this.table.id}-tip-${this.columns.indexOf(key)}`} : {}),
      click: () => onSort(key, startsDescending(this.rows, key)),
    }, this.labels.get(key));
    if (tip) tip.id = button.getAttribute('aria-describedby');
    head.replaceChildren(button, ...(tip ? [tip] : []));
  }

  /** Marks the table with what to leave out, and each head and cell once, so that a style rule does the rest. */
  #hide(hidden) {
    if (this.#hidden?.join() === hidden.join()) return;
    const cells = (key) => this.table.querySelectorAll(`[data-key="${CSS.escape(key)}"], [data-panel="${CSS.escape(key)}"]`);
    for (const key of this.#hidden ?? []) if (!hidden.includes(key)) cells(key).forEach((cell) => (cell.hidden = false));
    for (const key of hidden) cells(key).forEach((cell) => (cell.hidden = true));
    this.#hidden = [...hidden];
  }

  #showSort(sort) {
    for (const head of this.#heads) {
      const order = sort?.descending ? 'descending' : 'ascending';
      const wanted = head.dataset.key === (sort?.key ?? 'rank') ? order : null;
      if (head.getAttribute('aria-sort') === wanted) continue;
      if (wanted === null) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', wanted);
    }
  }
}
