// A page with leaderboards: it keeps the state that the address says and a visitor changes, and shows it in the tables, the
// controls and the links.
import {addressOf} from '../address.js';
import {quotable, score} from '../format.js';
import {pageModel} from '../page-model.js';
import {pagesScript, robustness} from '../pages-script.js';
import {PoolPanel} from '../pool-panel.js';
import {poolQuery, toggled} from '../pool.js';
import {queue} from '../schedule.js';
import {first} from '../rows.js';
import {formatted} from '../table-formats.js';
import {ToolsPanel} from '../tools-panel.js';
import {buildWeights} from '../weights/build-weights.js';
import {namedWeights} from '../weights/weights.js';
import {words} from '../words.js';
import {boardCodec, weightsQuery} from './board-state.js';
import {Board} from './board.js';

export class BoardPage {
  #port;
  #boards;
  #page;
  #address;
  #finishStart;
  #isComparison;
  #panels = {};
  #afterPaint;
  #state;
  #entries = [];
  #links;
  #incomplete;

  /**
   * @param tables leaderboards, at least one
   * @param port browser.js
   * @param finishStart does at once what the start of the page has left
   */
  constructor(tables, port, finishStart) {
    const onSort = (key, startsDescending) => this.#sortBy(key, startsDescending);
    this.#port = port;
    this.#boards = tables.map((table) => new Board(table, port.make, onSort, port));
    this.#page = pageModel(this.#boards, port.byId('weights')?.dataset.presets);
    this.#address = addressOf(boardCodec, this.#page, port);
    this.#finishStart = finishStart;
    this.#isComparison = port.byId('compare') !== null;
    this.#afterPaint = queue(port.afterPaint);
    // Links that take the pool along, and those that take the whole view; sought once, for a long page has many elements.
    this.#links = {pool: port.all('a[data-keep]'), view: port.all('a[data-view]'), shownPool: '', shownView: ''};
    // The view is whole when the controls are there and, on a compare page, what stands beside the tables is too.
    this.#incomplete = this.#isComparison ? 2 : 1;
    this.#listen();
  }

  #listen() {
    const {listen, onWindow} = this.#port;
    listen('comparison-ready', () => {
      this.#dispatchComparison();
      this.#completed();
    });
    onWindow('popstate', () => {
      this.#finishStart();
      this.#afterPaint.clear();
      this.#address.forget();
      this.restore();
      this.#dispatchComparison();
      this.#showPanels();
    });
    onWindow('pagehide', () => {
      this.#afterPaint.runNow();
      this.#address.flush();
    });
    onWindow('beforeprint', () => this.finish());
  }

  /** Whether means and ranks are the published ones. */
  get asPublished() {
    return this.#state.preset === 'equal';
  }

  /** Does at once what tables left for later. */
  finish() {
    this.#boards.forEach((board) => board.finish());
  }

  /** Shows the view that the address asks for, and names what the page does not know of it. */
  restore() {
    const {state, unknown} = this.#address.read();
    this.#state = state;
    this.#showTables();
    this.#showLinks();
    const texts = unknown.map(({kind, value}) => words.unknown({kind, value: quotable(value)}));
    this.#port.notice([...texts, ...this.#noWeights()]);
  }

  /** Makes the controls and the heads of the first table. */
  buildControls() {
    const {byId, isWide, make} = this.#port;
    const change = (changes, from) => this.#change(changes, from);
    const settle = () => this.#settle();
    this.#boards[0].buildSorts();
    const weights = byId('weights');
    if (this.#page.offer.dimensions.length && weights?.dataset.presets) {
      const changeWeights = (changes, from) => this.#changeWeights(changes, from);
      Object.assign(this.#panels, buildWeights(weights, make, {page: this.#page, models: this.#boards[0].rows, change: changeWeights, settle, share: () => this.#copy('link'), picture: (card) => this.#savePicture(card), robustness: () => robustness(this.#port)}));
    }
    if (byId('tools')) {
      const reset = () => change(this.#address.initial(), null);
      const copy = (what) => this.#copy(what);
      this.#panels.tools = new ToolsPanel(byId('tools'), make, {page: this.#page, change, settle, copy, reset});
    }
    if (byId('pool')) this.#panels.pool = this.#buildPool(byId('pool'), change);
    this.#showWeights();
    this.#showPanels();
    // On a phone the table comes first; the summary says that the weights are others.
    if (this.#panels.weights && !this.asPublished && isWide('60rem')) this.#panels.weights.details.open = true;
    const asked = this.#port.hash() === '#quiz' ? weights?.querySelector('.quiz') : null;
    if (asked) asked.open = true;
    if (!this.#isComparison) for (const board of this.#boards) board.addRanges((text) => this.#panels.tools?.say(text));
    if (!this.#isComparison && this.#panels.pool) {
      for (const board of this.#boards) board.addPicks((id) => change({pool: toggled(this.#state.pool, id)}, null));
    }
    this.#completed();
  }

  /** What draws pictures is fetched when somebody wants one. */
  async #savePicture(card) {
    if (await pagesScript(this.#port)) this.#port.dispatch('card', card);
  }

  #buildPool(place, change) {
    const {make, root} = this.#port;
    const {table} = this.#boards[0];
    const address = this.#isComparison ? null : `${root.dataset.root}${table.dataset.period}/compare/index.html`;
    const focusElsewhere = () => table.closest('[tabindex]')?.focus();
    return new PoolPanel(place, make, {names: this.#page.names, change, address, focusElsewhere});
  }

  /** Makes the heads of the other tables, each in a frame of its own: laying out many tables takes longest. */
  *buildRest() {
    for (const board of this.#boards.slice(1)) {
      yield this.#port.afterPaint;
      board.buildSorts();
    }
    for (const board of this.#boards) board.readSoon();
  }

  #completed() {
    this.#incomplete -= 1;
    if (this.#incomplete === 0) this.#port.afterPaint(() => this.#port.root.classList.remove('arranging'));
  }

  /** What is looked at while a weight moves: the tables, and the weights themselves. */
  #showTables() {
    const {pool} = this.#state;
    const weighted = this.#weightedBy();
    this.#boards.forEach((board) => board.weightedBy(this.asPublished ? null : weighted));
    const inPool = (row) => !this.#isComparison || pool.length === 0 || pool.includes(row.id);
    this.#entries = this.#boards.map((board) => board.show(this.#state, inPool));
    this.#showWeights();
  }

  /** The weights, and the first models under them; equal weights put nobody first where more is not better. */
  #showWeights() {
    this.#panels.weights?.show(this.#state);
    this.#panels.weights?.showFirst(this.#hasOrder ? this.#entries[0] : []);
  }

  get #hasOrder() {
    return this.#boards[0].isRanked || !this.asPublished;
  }

  /** What the means are weighted by: the name of a preset, or the weights that are not 1. */
  #weightedBy() {
    const {preset, weights} = this.#state;
    const named = this.#page.presets.get(preset);
    if (named) return preset.startsWith('culture.') ? words.list([named.name, named.section]) : named.name;
    const names = new Map(this.#page.offer.dimensions.map(({id, name}) => [id, name]));
    return words.list(namedWeights(weights, names, words.weighs));
  }

  /** What stands on a compare page beside the tables is drawn by the script of pages. */
  #dispatchComparison() {
    const {pool} = this.#state;
    if (this.#isComparison) this.#port.dispatch('comparison-changed', {pool, boards: this.#boards, entries: this.#entries});
  }

  #showPanels() {
    const state = this.#state;
    const first = this.#entries[0];
    this.#panels.fit?.show(state);
    this.#panels.robustness?.show(state);
    this.#panels.tools?.show(state, first.filter((entry) => entry.shown).length, first.length, this.#address.query(state) === '');
    this.#panels.pool?.show(state, weightsQuery(state.weights));
  }

  #showLinks() {
    const links = this.#links;
    const pool = poolQuery(this.#state.pool);
    const view = this.#address.query(this.#state);
    if (pool !== links.shownPool) for (const link of links.pool) link.search = pool;
    if (view !== links.shownView) for (const link of links.view) link.search = view;
    Object.assign(links, {shownPool: pool, shownView: view});
  }

  #noWeights() {
    return Object.values(this.#state.weights).every((weight) => weight === 0) ? [words.noWeights] : [];
  }

  #showOthers = () => {
    this.#dispatchComparison();
    this.#showPanels();
    this.#showLinks();
    this.#port.notice(this.#noWeights());
  };

  /** On a long page the visitor sees the new order first; on others everything is done at once. */
  #afterwards(action) {
    if (!this.#boards[0].isLong) return action();
    this.#afterPaint.add(action);
  }

  #change(changes, from) {
    this.#finishStart();
    const state = {...this.#state, ...changes};
    this.#state = state;
    this.#showTables();
    if (!this.#afterPaint.has(this.#showOthers)) this.#afterwards(this.#showOthers);
    this.#afterwards(() => this.#address.record(state, from));
  }

  #changeWeights(changes, from) {
    this.#change(changes, from);
    if (from === null) this.#afterwards(() => this.#sayLeader());
  }

  #settle() {
    this.#afterwards(() => this.#address.settle());
    this.#afterwards(() => this.#sayLeader());
  }

  #sayLeader() {
    const leader = this.#hasOrder && first(this.#entries[0], 1)[0];
    if (leader) this.#panels.tools?.say(words.leads(leader.row.name, score(leader.score)));
  }

  /** The first press sorts a column its natural way, the next one the other way. */
  #sortBy(key, startsDescending) {
    const {sort} = this.#state;
    const descending = sort?.key === key ? !sort.descending : startsDescending;
    this.#change({sort: {key, descending}}, null);
    const board = this.#boards.find((one) => one.columns.includes(key));
    this.#panels.tools?.say(words.sortedBy(board.labels.get(key), descending));
  }

  async #copy(what) {
    const {address, copy, title} = this.#port;
    const tables = this.#boards.map((board, i) => board.values(this.#entries[i], what === 'csv'));
    const [{table}] = this.#boards;
    const own = this.#address.query(this.#state);
    const query = what === 'embed' ? `${own || '?'}${own && '&'}embed=1` : own;
    const name = this.asPublished ? title() : `${title()}. ${words.weightedBy(this.#weightedBy())}`;
    const text = formatted(what, tables, address(table.dataset.page, query), name);
    try {
      await copy(text);
      this.#panels.tools.say(words.copied(what));
    } catch {
      this.#panels.tools.offer(text);
    }
  }
}
