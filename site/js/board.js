// A leaderboard table: reads its rows, turns its heads into sort buttons, and shows an arrangement of it.
import {rankChange, score as scoreText} from './format.js';
import {longestRun} from './order.js';
import {arranged} from './rows.js';
import {words} from './words.js';

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

export class Board {
  #make;
  #body;
  #heads;
  #lines;
  #shownOrder;
  #hidden;

  /** @param onSort told the key of a column, and whether it starts descending */
  constructor(table, make, onSort) {
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
    this.#lines = new Map(this.rows.map((row, i) => [row.id, this.#line(elements[i])]));
    this.#shownOrder = this.rows.map((row) => row.id).join();
    this.labels = new Map(this.#heads.map((head) => [head.dataset.key, labelOf(head)]));
    for (const head of this.#heads) this.#sortable(head, onSort);
  }

  /** Adds a box to each row that takes its model into the pool. */
  addPicks(onPick) {
    for (const row of this.rows) {
      const line = this.#lines.get(row.id);
      line.pick = this.#make('input', {
        type: 'checkbox',
        autocomplete: 'off',
        'aria-label': words.pick(row.name),
        change: () => onPick(row.id),
      });
      line.model.prepend(this.#make('label', {class: 'pick'}, line.pick));
    }
  }

  /** Shows the board under a state, only the rows that also pass the test, and returns the arrangement. */
  show(state, alsoShown) {
    const entries = arranged(this.rows, state, this.dimensions);
    for (const entry of entries) {
      entry.shown &&= alsoShown(entry.row);
      this.#showLine(this.#lines.get(entry.row.id), entry, state);
    }
    const order = entries.map((entry) => entry.row.id).join();
    if (order !== this.#shownOrder) this.#reorder(entries);
    this.#shownOrder = order;
    this.table.classList.toggle('weighted', state.preset !== 'equal');
    this.#showSort(state.sort);
    this.#hide(state.hidden);
    return entries;
  }

  /** Moves as few rows as will do: those outside the longest run that is in order already. */
  #reorder(entries) {
    const elements = entries.map((entry) => this.#lines.get(entry.row.id).element);
    const at = new Map([...this.#body.children].map((element, i) => [element, i]));
    const stays = longestRun(elements.map((element) => at.get(element)));
    let next = null;
    for (let i = elements.length - 1; i >= 0; i -= 1) {
      if (!stays[i]) this.#body.insertBefore(elements[i], next);
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

  #line(element) {
    const cell = (key) => element.querySelector(`[data-key="${key}"]`);
    const score = cell('score');
    const rank = cell('rank');
    return {
      element,
      model: cell('model') ?? element.querySelector('th') ?? element.cells[0],
      rank,
      rankNodes: [...(rank?.childNodes ?? [])],
      figure: score?.querySelector('.figure') ?? score,
      figureNodes: [...((score?.querySelector('.figure') ?? score)?.childNodes ?? [])],
      bar: score?.querySelector('.bar-value'),
      barWidth: score?.querySelector('.bar-value')?.getAttribute('width'),
    };
  }

  #showLine(line, entry, state) {
    const asPublished = state.preset === 'equal';
    line.element.hidden = !entry.shown;
    const picked = state.pool.includes(entry.row.id);
    if (line.pick && line.pick.checked !== picked) line.pick.checked = picked;
    line.element.classList.toggle('picked', picked);
    // A row that says the same as before costs nothing.
    const shown = asPublished ? 'published' : `${entry.score} ${entry.rank}`;
    if (line.shown === shown) return;
    line.shown = shown;
    const text = scoreText(entry.score);
    if (asPublished) line.figure?.replaceChildren(...line.figureNodes);
    else if (line.figure && line.figure.textContent !== text) line.figure.textContent = text;
    if (line.bar) line.bar.setAttribute('width', asPublished ? line.barWidth : (entry.score ?? 0));
    if (line.rank) line.rank.replaceChildren(...(asPublished ? line.rankNodes : this.#rank(entry)));
  }

  #rank(entry) {
    const change = rankChange(entry.before, entry.rank);
    const text = entry.rank === null ? '–' : String(entry.rank);
    if (!change) return [text];
    const direction = change.places > 0 ? 'up' : 'down';
    return [
      text,
      ' ',
      this.#make('span', {class: `moved ${direction}`, 'aria-hidden': 'true'}, change.text),
      this.#make('span', {class: 'unseen'}, words.moved(change.places)),
    ];
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
      if (head.dataset.key !== (sort?.key ?? 'rank')) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', sort?.descending ? 'descending' : 'ascending');
    }
  }
}
