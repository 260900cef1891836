// A leaderboard table: reads its rows, turns its heads into sort buttons, and shows an arrangement of it. In a long table
// the rows in sight are shown at once and the others in slices afterwards.
import {score} from '../format.js';
import {arranged, isOrdered} from '../rows.js';
import {inSlices} from '../schedule.js';
import {aligning} from '../weights/weights.js';
import {words} from '../words.js';
import {inSight, longestIncreasingAround} from './reorder.js';
import {RowView} from './row-view.js';
import {Row, number} from './row.js';

/** Where a head has its name, without the explanation beside it. */
const labelOf = (head) => head.querySelector('a') ?? head.firstChild;

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

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
  #scoreLabel;
  #foot;
  #empty;
  #byName;

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
    /** Whether the published order is by mean; elsewhere it is by name, and ranks come with an order that somebody asks for. */
    this.isRanked = !table.classList.contains('by-name');
    this.#byName = !this.isRanked;
    let align;
    /** Confidence of the intervals; undefined where there are none. */
    this.level = number(table.dataset.level);
    this.rows = elements.map((element, place) => new Row(element, this.columns, place));
    this.#views = elements.map((element) => new RowView(element, make, this.isRanked));
    this.#align = (weights) => (align ??= aligning(this.rows, this.dimensions))(weights);
    this.#port = port;
    this.#later = inSlices(port);
    this.labels = new Map(this.#heads.map((head) => [head.dataset.key, labelOf(head).textContent.trim()]));
    /** Columns that are left out unless somebody asks for them. */
    this.folded = this.#heads.filter((head) => head.hidden).map((head) => head.dataset.key);
    this.#hidden = [...this.folded];
    this.#onSort = onSort;
    this.#scoreLabel = this.labels.get('score');
    const foot = table.tFoot?.querySelector('[data-panel="score"]')?.firstChild;
    if (foot) this.#foot = {text: foot, published: foot.nodeValue};
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
    const asPublished = this.dimensions.every((id) => state.weights[id] === 1);
    const entries = arranged(this.rows, state, asPublished, this.#align);
    const picked = new Set(state.pool);
    let others = !this.#begun;
    for (const entry of entries) {
      entry.shown &&= alsoShown(entry.row);
      others = this.#views[entry.place].mark(entry.shown, picked.has(entry.row.id)) || others;
    }
    this.#begun = true;
    this.table.classList.toggle('weighted', !asPublished);
    this.#byName = !this.isRanked && !isOrdered(state, asPublished);
    this.table.classList.toggle('by-name', this.#byName);
    this.#showSort(state.sort);
    this.#hide(state.hidden);
    // Those left out come last, so that the places of the others are places on the screen.
    const shown = entries.filter((entry) => entry.shown);
    this.#showFoot(entries, asPublished);
    this.#showEmpty(shown.length === 0);
    const ordered = shown.length === entries.length ? entries : [...shown, ...entries.filter((entry) => !entry.shown)];
    const whole = others || !this.isLong;
    const atOnce = whole ? [0, 0] : this.#showInSight(ordered, shown.length, asPublished);
    const work = this.#showAll(ordered, asPublished, atOnce);
    if (whole) this.#later.now(work);
    else this.#later.begin(work);
    return entries;
  }

  /** The mean of all models is on the scale of the rows. */
  #showFoot(entries, asPublished) {
    if (!this.#foot) return;
    const scores = asPublished ? [] : entries.map((entry) => entry.score).filter((value) => value !== undefined);
    const text = asPublished ? this.#foot.published : score(scores.length === 0 ? undefined : mean(scores));
    if (this.#foot.text.nodeValue !== text) this.#foot.text.nodeValue = text;
  }

  /** Nothing is left to show: the page says so instead of a head above nothing. */
  #showEmpty(isEmpty) {
    if (!isEmpty && !this.#empty) return;
    if (!this.#empty) {
      this.#empty = this.#make('p', {class: 'empty'}, words.noneShown);
      this.table.after(this.#empty);
    }
    this.#empty.hidden = !isEmpty;
    if (this.table.tFoot) this.table.tFoot.hidden = isEmpty;
  }

  /**
   * Turns each range of ranks, or where there are none each interval of a mean, into a button that marks who is not told
   * apart from its model. @param say tells a text
   */
  addRanges(say) {
    const kind = this.isRanked ? 'range' : 'interval';
    for (const row of this.rows) {
      const range = row.together && this.#views[row.place].element.querySelector(`.${kind}`);
      if (!range) continue;
      const click = () => this.#markTogether(row, button, say);
      const title = range.title || words.notApart(row.name);
      const button = this.#make('button', {type: 'button', class: `${kind} together`, title, 'aria-pressed': 'false', 'aria-label': `${range.textContent}. ${words.notApart(row.name)}`, click}, range.textContent);
      range.replaceWith(button);
    }
  }

  #markTogether(row, button, say) {
    const press = button.getAttribute('aria-pressed') === 'false';
    this.table.querySelector('.together[aria-pressed="true"]')?.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-pressed', String(press));
    const isTogether = (place) => row.together.some(([first, last = first]) => first <= place + 1 && place + 1 <= last);
    for (const other of this.rows) this.#views[other.place].element.classList.toggle('apart', press && other.together !== null && !isTogether(other.standing));
    const others = this.rows.filter((other) => other !== row && other.together && isTogether(other.standing));
    say(press ? words.apartFrom(row.name, others.length) : '');
  }

  /** Says above the means what they are weighted by; null when every value counts the same. */
  weightedBy(weights) {
    const head = this.#heads.find(({dataset}) => dataset.key === 'score');
    if (!head) return;
    const label = weights === null ? this.#scoreLabel : words.weightedMean;
    this.labels.set('score', weights === null ? label : words.weightedBy(weights));
    const text = (head.querySelector('.sort') ?? head).firstChild;
    if (text.nodeValue !== label) text.nodeValue = label;
    const title = weights === null ? '' : words.weightedBy(weights);
    if (head.title !== title) head.title = title;
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

  /** The shown part of an arrangement as a table of values: {heads, rows}. @param withRank also where no rank is shown */
  values(entries, withRank) {
    const shown = entries.filter((entry) => entry.shown);
    const columns = this.columns.filter((key) => !this.isHidden(key) || (key === 'rank' && withRank));
    return {
      ...{period: this.table.dataset.period, system: this.table.dataset.system},
      heads: columns.map((key) => this.labels.get(key)),
      rows: shown.map((entry) => columns.map((key) => (key === 'model' ? entry.row.name : entry.cells[key]))),
    };
  }

  /** Whether a column is left out. */
  isHidden(key) {
    return this.#hidden.includes(key) || (key === 'rank' && this.#byName);
  }

  /** Where a head leads to a page, the button stands beside its words; elsewhere the words go into it. */
  #sortable(head, i) {
    const key = this.columns[i];
    const click = () => this.#onSort(key, startsDescending(this.rows, key));
    const link = head.querySelector('a');
    if (link) {
      const tip = head.querySelector('.tip');
      if (tip) tip.id = `${this.table.id}-tip-${i}`;
      if (tip) link.setAttribute('aria-describedby', tip.id);
      const name = words.sortBy(this.labels.get(key));
      link.after(this.#make('button', {type: 'button', class: 'sort beside', 'aria-label': name, title: name, click}));
      return;
    }
    const text = head.firstChild;
    text.replaceWith(this.#make('button', {type: 'button', class: 'sort', click}, text.nodeValue.trim()));
  }

  /** Marks the table with what to leave out, and each head and cell once, so that a style rule does the rest. */
  #hide(hidden) {
    if (this.#hidden.join() === hidden.join()) return;
    const cells = (key) => this.table.querySelectorAll(`[data-key="${CSS.escape(key)}"], [data-panel="${CSS.escape(key)}"]`);
    for (const key of this.#hidden) if (!hidden.includes(key)) cells(key).forEach((cell) => (cell.hidden = false));
    for (const key of hidden) cells(key).forEach((cell) => (cell.hidden = true));
    this.#hidden = [...hidden];
    this.table.classList.toggle('wide', this.folded.some((key) => !hidden.includes(key)));
  }

  #showSort(sort) {
    for (const head of this.#heads) {
      const order = sort?.descending ? 'descending' : 'ascending';
      const wanted = head.dataset.key === (sort?.key ?? (this.#byName ? 'model' : 'rank')) ? order : null;
      if (head.getAttribute('aria-sort') === wanted) continue;
      if (wanted === null) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', wanted);
    }
  }
}
