// A leaderboard table: reads its rows, turns its heads into sort buttons, and shows an arrangement of it. In a long table
// the rows in sight are shown at once and the others in slices afterwards.
import {arranged} from '../rows.js';
import {inSlices} from '../schedule.js';
import {aligning} from '../weights/weights.js';
import {inSight, longestIncreasingAround} from './reorder.js';
import {RowView} from './row-view.js';
import {Row, number} from './row.js';

/** Where a head has its name, without the explanation beside it. */
const labelOf = (head) => head.querySelector('a') ?? head.firstChild;

/** Columns where more comes first at the first press. */
const startsDescending = (rows, key) =>
  key !== 'rank' && rows.every((row) => row.cells[key] === undefined || typeof row.cells[key] === 'number');

/** Rows from which on a table is long: those out of sight wait. */
const LONG = 60;

export class Board {
  #make;
  #body;
  #heads;
  #views;
  #align;
  #port;
  #later;
  #begun = false;
  #hidden;
  #onSort;

  /**
   * @param onSort told the key of a column, and whether it starts descending
   * @param port the clock of inSlices (schedule.js), and height() of what is in sight
   */
  constructor(table, make, onSort, port) {
    this.#make = make;
    this.table = table;
    this.#body = table.tBodies[0];
    this.#heads = [...table.tHead.querySelectorAll('th[data-key]')];
    this.columns = this.#heads.map((head) => head.dataset.key);
    this.dimensions = this.columns.filter((key) => key.startsWith('dim:')).map((key) => key.slice(4));
    const elements = [...this.#body.rows];
    let align;
    /** Confidence of the intervals; undefined where there are none. */
    this.level = number(table.dataset.level);
    this.rows = elements.map((element, place) => new Row(element, this.columns, place));
    this.#views = elements.map((element) => new RowView(element, make));
    this.#align = (weights) => (align ??= aligning(this.rows, this.dimensions))(weights);
    this.#port = port;
    this.#later = inSlices(port);
    this.labels = new Map(this.#heads.map((head) => [head.dataset.key, labelOf(head).textContent.trim()]));
    this.#onSort = onSort;
  }

  /** Whether rows out of sight wait when something changes. */
  get isLong() {
    return this.rows.length > LONG;
  }

  /** Turns the heads into buttons. */
  buildSorts() {
    this.#heads.forEach((head, i) => this.#sortable(head, i));
  }

  /** Adds a box to each row that takes its model into the pool. */
  addPicks(onPick) {
    for (const row of this.rows) this.#views[row.place].addPick(row.name, () => onPick(row.id));
  }

  /** Reads in slices what a long table says, so that the first change of a weight need not. */
  readSoon() {
    if (this.isLong) this.#later.begin(this.#readAll());
  }

  *#readAll() {
    for (const row of this.rows) yield row.cells;
  }

  /** Shows the board under a state, only the rows that also pass the test, and returns the arrangement. */
  show(state, alsoShown) {
    const entries = arranged(this.rows, state, this.#align);
    const picked = new Set(state.pool);
    let others = !this.#begun;
    for (const entry of entries) {
      entry.shown &&= alsoShown(entry.row);
      others = this.#views[entry.place].mark(entry.shown, picked.has(entry.row.id)) || others;
    }
    this.#begun = true;
    const asPublished = state.preset === 'equal';
    this.table.classList.toggle('weighted', !asPublished);
    this.#showSort(state.sort);
    this.#hide(state.hidden);
    // Those left out come last, so that the places of the others are places on the screen.
    const shown = entries.filter((entry) => entry.shown);
    const ordered = shown.length === entries.length ? entries : [...shown, ...entries.filter((entry) => !entry.shown)];
    const whole = others || !this.isLong;
    const atOnce = whole ? [0, 0] : this.#showInSight(ordered, shown.length, asPublished);
    const work = this.#showAll(ordered, asPublished, atOnce);
    if (whole) this.#later.now(work);
    else this.#later.begin(work);
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
    const views = ordered.slice(from, to).map((entry) => this.#views[entry.place]);
    views.forEach((view, i) => view.show(ordered[from + i], asPublished));
    const rows = views.map((view) => view.element);
    const moving = new Set(rows);
    let next = now.filter((element) => !moving.has(element))[from] ?? null;
    for (const row of rows.reverse()) {
      if (row.nextElementSibling !== next) this.#body.insertBefore(row, next);
      next = row;
    }
    return [from, to];
  }

  /** Step by step what every row shows and where it is; moves those outside the longest run that is in order already. */
  *#showAll(ordered, asPublished, [from, to]) {
    for (const entry of ordered) {
      this.#views[entry.place].show(entry, asPublished);
      yield;
    }
    const elements = ordered.map((entry) => this.#views[entry.place].element);
    const now = [...this.#body.rows];
    if (now.every((element, i) => element === elements[i])) return;
    const at = new Map(now.map((element, i) => [element, i]));
    const stays = longestIncreasingAround(elements.map((element) => at.get(element)), from, to);
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

  /** Whether a column is left out. */
  isHidden(key) {
    return this.#hidden?.includes(key) ?? false;
  }

  /** A head's words go into a button; what explains them stays beside it. */
  #sortable(head, i) {
    const key = this.columns[i];
    const label = labelOf(head);
    const tip = head.querySelector('.tip');
    const click = () => this.#onSort(key, startsDescending(this.rows, key));
    if (tip) tip.id = `${this.table.id}-tip-${i}`;
    label.replaceWith(this.#make('button', {type: 'button', class: 'sort', 'aria-describedby': tip?.id, click}, this.labels.get(key)));
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
