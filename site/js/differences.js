// Under the table of the compare page: how far apart the chosen models are in each column.
import {spread, widest} from './compare.js';
import {score} from './format.js';
import {words} from './words.js';

export class Differences {
  #board;
  #make;
  #row;
  #sentence;

  /** @param board the table's Board */
  constructor(board, make) {
    this.#board = board;
    this.#make = make;
    this.#row = make('tr', {class: 'differences'});
    this.#sentence = make('p', {class: 'differ-most'});
    (board.table.tFoot ?? board.table.createTFoot()).prepend(this.#row);
    (board.table.closest('.scroller') ?? board.table).before(this.#sentence);
  }

  /** @param chosen the entries of the models that were chosen; nothing is said about fewer than two */
  show(chosen) {
    const sentence = chosen.length < 2 ? '' : this.#differMost(chosen);
    this.#row.hidden = chosen.length < 2;
    this.#sentence.hidden = sentence === '';
    this.#sentence.textContent = sentence;
    this.#row.replaceChildren(...this.#board.columns.map((key) => this.#cell(chosen, key)));
  }

  #cell(chosen, key) {
    if (key === 'model') return this.#make('th', {scope: 'row', class: 'model'}, words.difference);
    const found = key === 'score' || key.startsWith('dim:') ? spread(chosen, key) : null;
    return this.#make('td', {}, found === null ? '' : score(found.difference));
  }

  #differMost(chosen) {
    const most = widest(chosen, this.#board.columns.filter((key) => key.startsWith('dim:')));
    if (most === null) return '';
    const end = (entries) => words.list(entries.map((e) => e.row.name)) + ' ' + score(entries[0].cells[most.key]);
    return words.differMost(this.#board.labels.get(most.key), end(most.highest), end(most.lowest), score(most.difference));
  }
}
