// Above and under the table of the compare page: the chosen models drawn, how far apart they are in each column, and which
// are told apart by their means.
import {score} from '../format.js';
import {pairsOfMeans} from './significance.js';
import {spread, widest} from './spread.js';

/** More pairs than these are counted instead of named. */
const MOST_NAMED = 6;

export class Differences {
  #board;
  #make;
  #words;
  #newChart;
  #chart;
  #row;
  #sentence;

  /**
   * @param board the table's Board
   * @param words as words.js has them below differences
   * @param chart makes the chart of this table; undefined where there is nothing to draw with
   */
  constructor(board, make, words, chart) {
    this.#board = board;
    this.#make = make;
    this.#words = words;
    this.#newChart = chart;
  }

  /** Made when there is something to say. */
  #build() {
    const board = this.#board;
    const make = this.#make;
    this.#row = make('tr', {class: 'differences'});
    this.#sentence = make('p', {class: 'differ-most'});
    (board.table.tFoot ?? board.table.createTFoot()).prepend(this.#row);
    const scroller = board.table.closest('.scroller') ?? board.table;
    scroller.before(this.#sentence);
    this.#chart = this.#newChart?.(scroller);
  }

  /** @param chosen the entries of the models that were chosen; nothing is said about fewer than two */
  show(chosen) {
    if (chosen.length < 2) {
      if (!this.#row) return;
      for (const part of [this.#row, this.#sentence]) part.hidden = true;
      this.#chart?.hide();
      return;
    }
    if (!this.#row) this.#build();
    const columns = this.#board.columns.filter((key) => key.startsWith('dim:'));
    // Where more is not better a mean only says how many values a model voices, so what differs comes first.
    const told = [this.#means(chosen), this.#differMost(chosen)].filter(Boolean);
    const sentence = (this.#board.isRanked ? told : told.reverse()).join(' ');
    this.#row.hidden = false;
    this.#sentence.hidden = sentence === '';
    this.#sentence.textContent = sentence;
    this.#row.replaceChildren(...this.#board.columns.map((key) => this.#cell(chosen, key)));
    this.#chart?.show(
      chosen.filter(({row}) => columns.some((key) => row.intervals[key])).map(({row}) => ({name: row.name, values: row.intervals, doors: (key) => this.#door(`tr[data-model="${CSS.escape(row.id)}"]`, key)})),
      columns.map((key) => ({key, label: this.#board.labels.get(key), href: this.#door('thead', key)})),
      sentence,
    );
  }

  /** Where a head or a cell leads; undefined where to nowhere. */
  #door(row, key) {
    return this.#board.table.querySelector(`${row} [data-key="${CSS.escape(key)}"] a`)?.href;
  }

  #cell(chosen, key) {
    if (key === 'model') return this.#make('th', {scope: 'row', class: 'model'}, this.#words.largest);
    const found = key === 'score' || key.startsWith('dim:') ? spread(chosen, key) : null;
    return this.#make('td', this.#attributes(key), found === null ? '' : score(found.difference));
  }

  /** So that a cell is as wide as its column, and goes when that is left out. */
  #attributes(key) {
    return {'data-panel': key, hidden: this.#board.isHidden(key), class: key === 'rank' || key === 'score' ? key : false};
  }

  /** Pair by pair while they are few; then how many. The published means were tested, whatever the weights are now. */
  #means(chosen) {
    const pairs = pairsOfMeans(chosen.map(({row}) => row));
    if (pairs.length === 0 || pairs.some(({apart}) => apart === undefined)) return this.#words.certaintyUnknown;
    if (pairs.length > MOST_NAMED) return this.#words.toldApart(pairs.filter(({apart}) => apart).length, pairs.length);
    return pairs.map(({one, other, apart, difference}) => this.#words.pair(one.name, other.name, apart, score(Math.abs(difference)))).join(' ');
  }

  #differMost(chosen) {
    const most = widest(chosen, this.#board.columns.filter((key) => key.startsWith('dim:')));
    if (most === null) return '';
    const end = (entries) => this.#words.names(entries.map((e) => e.row.name)) + ' ' + score(entries[0].cells[most.key]);
    return this.#words.differMost(this.#board.labels.get(most.key), end(most.highest), end(most.lowest), score(most.difference));
  }
}
