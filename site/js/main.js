// Makes the tables of a page answer to the visitor. The only module that touches the document; pages are complete
// without it. What it expects of a page is said in docs/page-contract.md.
import {Appearance} from './appearance.js';
import {Board} from './board/board.js';
import {toggled} from './compare.js';
import {copied} from './copies.js';
import {maker} from './elements.js';
import {later} from './later.js';
import {score, visible} from './format.js';
import {known} from './known.js';
import {afterPaint, clock, soon, waiting} from './paint.js';
import {PoolPanel} from './pool-panel.js';
import {RecomputePanel} from './recompute-panel.js';
import {hasCells, shownCells} from './shown-cells.js';
import {initial, read, write, writePool} from './state.js';
import {steps} from './steps.js';
import {showTab} from './tabs.js';
import {ToolsPanel} from './tools-panel.js';
import {turns} from './turns.js';
import {FitPanel} from './weigh/fit-panel.js';
import {MattersPanel} from './weigh/matters-panel.js';
import {QuizPanel} from './weigh/quiz-panel.js';
import {fits} from './weigh/quiz.js';
import {WeightsPanel} from './weights-panel.js';
import {presetOf} from './weights.js';
import {words} from './words.js';

const make = maker(document);

/** Rows from which on a page is long. */
const LONG = 60;

const root = document.documentElement;
const place = (id) => document.getElementById(id);
const comparing = place('compare') !== null;

const port = {...clock, height: () => innerHeight};

/** Remembers a choice for other pages; where storage is forbidden it holds for this one. */
const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing to be done.
  }
};

/** What a page does not say itself, since it was written before: the periods that came after its own. */
const showLaterPeriods = (nav) => {
  const {period, page} = nav.dataset;
  const links = later(globalThis.compassPeriods ?? [], period, page).map(({label, path}) =>
    make('li', {}, make('a', {href: root.dataset.root + path, 'data-keep': true}, label)),
  );
  nav.querySelector('ul').prepend(...links);
};

const buildAppearance = (place) => {
  new Appearance(place, make, {
    theme: root.dataset.theme ?? 'auto',
    setTheme: (theme) => {
      if (theme === 'auto') delete root.dataset.theme;
      else root.dataset.theme = theme;
      remember('theme', theme);
    },
  });
};

const boards = [...document.querySelectorAll('table.board')].map(
  (table) => new Board(table, make, (key, descending) => sortBy(key, descending), port),
);

/** The compare page of the period that the first table is of. */
const comparePage = () => `${root.dataset.root}${boards[0].table.dataset.period}/compare/index.html`;

if (place('periods')) showLaterPeriods(place('periods'));

/** Links that take the pool along, and those that take the whole view; sought once, for a long page has many elements. */
const keeping = document.querySelectorAll('a[data-keep]');
const viewing = document.querySelectorAll('a[data-view]');
const page = known(boards, place('weights')?.dataset.presets);
const panels = {};
const postponed = waiting(afterPaint);
let state = initial(page);
let entries = [];
let kept = '';
let viewed = '';

const history = steps({
  push: (url) => window.history.pushState(null, '', url),
  replace: (url) => window.history.replaceState(null, '', url),
  ...port,
});

/** What is looked at while a weight moves: the tables, and the weights themselves. */
const showTables = () => {
  const inPool = (row) => !comparing || state.pool.length === 0 || state.pool.includes(row.id);
  entries = boards.map((board) => board.show(state, inPool));
  panels.weights?.show(state);
};

/** What stands on a compare page beside the tables is drawn by a script of its own. */
const tellCompared = () => {
  if (comparing) document.dispatchEvent(new CustomEvent('compared', {detail: {pool: state.pool, boards, entries}}));
};

const showPanels = () => {
  panels.fit?.show(state);
  panels.matters?.show(state);
  const shown = entries[0].filter((entry) => entry.shown).length;
  panels.tools?.show(state, shown, entries[0].length, write(state, page) === '');
  panels.pool?.show(state);
};

const showLinks = () => {
  const pool = state.pool.length ? `?m=${writePool(state.pool)}` : '';
  const view = write(state, page);
  if (pool !== kept) for (const link of keeping) link.search = pool;
  if (view !== viewed) for (const link of viewing) link.search = view;
  kept = pool;
  viewed = view;
};

const noWeights = () => (Object.values(state.weights).every((weight) => weight === 0) ? [words.noWeights] : []);

const showOthers = () => {
  tellCompared();
  showPanels();
  showLinks();
  notice(noWeights());
};

/** Tells what the page could not do; several things in one line. */
const notice = (texts) => {
  const line = place('notice');
  if (!line) return;
  const text = texts.join(' ');
  if (line.textContent !== text) line.textContent = text;
  if (line.hidden !== (texts.length === 0)) line.hidden = !line.hidden;
};

/** On a long page the visitor sees the new order first; on others everything is done at once. */
const afterwards = (action) => {
  if (boards[0].rows.length < LONG) return action();
  postponed.add(action);
};

const change = (changes, from) => {
  started.finish();
  state = {...state, ...changes};
  const now = state;
  showTables();
  if (!postponed.has(showOthers)) afterwards(showOthers);
  afterwards(() => history.record(location.pathname + write(now, page), from));
};

const settle = () => {
  afterwards(() => history.settle());
  afterwards(sayLeader);
};

const sayLeader = () => {
  const first = entries[0].find((entry) => entry.shown && entry.rank !== null);
  if (first) panels.tools?.say(words.leads(first.row.name, score(first.score)));
};

/** The first press sorts a column its natural way, the next one the other way. */
const sortBy = (key, startsDescending) => {
  const descending = state.sort?.key === key ? !state.sort.descending : startsDescending;
  change({sort: {key, descending}}, null);
  const board = boards.find((one) => one.columns.includes(key));
  panels.tools?.say(words.sortedBy(board.labels.get(key), descending));
};

const copy = async (what) => {
  const tables = boards.map((board, i) => board.values(entries[i]));
  const text = copied(what, tables, location.href, document.title);
  try {
    await navigator.clipboard.writeText(text);
    panels.tools.say(words.copied(what));
  } catch {
    panels.tools.offer(text);
  }
};

/** The view that the address asks for: its tables, and what the page does not know of it. */
const restore = () => {
  const found = read(location.search, page);
  state = found.state;
  showTables();
  showLinks();
  notice([...found.unknown.map(({kind, value}) => words.unknown({kind, value: visible(value)})), ...noWeights()]);
};

const changeWeights = (changes, from) => {
  change(changes, from);
  if (from === null) afterwards(sayLeader);
};

/** The folded panels about weights, one below the other. */
const buildWeights = (place) => {
  const models = boards[0].rows;
  const {dimensions, offer} = page;
  const names = new Map(offer.dimensions.map(({id, name}) => [id, name]));
  const use = (weights) => changeWeights({weights, preset: presetOf(weights, page.presets)}, null);
  panels.weights = new WeightsPanel(place, make, {page, names, change: changeWeights, settle});
  if (fits(words.quiz.values, dimensions)) new QuizPanel(place, make, {dimensions, use});
  if (offer.fit) panels.fit = new FitPanel(place, make, {models, dimensions, names, chance: null, ...offer.fit});
  panels.matters = new MattersPanel(place, make, {models, dimensions, use});
};

const buildPanels = () => {
  const weights = place('weights');
  if (page.offer.dimensions.length && weights?.dataset.presets) buildWeights(weights);
  const reset = () => change(initial(page), null);
  if (place('tools')) panels.tools = new ToolsPanel(place('tools'), make, {page, change, settle, copy, reset});
  const rest = () => boards[0].table.closest('[tabindex]')?.focus();
  const address = comparing ? null : comparePage();
  if (place('pool')) panels.pool = new PoolPanel(place('pool'), make, {names: page.names, change, address, rest});
};

const buildPicks = () => {
  if (comparing || !panels.pool) return;
  for (const board of boards) board.addPicks((id) => change({pool: toggled(state.pool, id)}, null));
};

/** The view is whole when the start has ended and, on a compare page, what stands beside the tables was told of them. */
let missing = comparing ? 2 : 1;
const whole = () => {
  missing -= 1;
  if (missing === 0) afterPaint(() => root.classList.remove('arranging'));
};

/** From a disk, browsers fetch nothing. */
const buildRecompute = (recompute) => {
  if (!recompute || location.protocol === 'file:') return;
  const main = document.querySelector('main');
  const slug = /\/models\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1];
  const cells = () => {
    boards.forEach((board) => board.finish());
    return shownCells(main, slug, !/[?&]w(eights)?[=.]/.test(location.search));
  };
  const load = async (path) => {
    const answer = await fetch(new URL(path, location.href));
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  };
  const digest = globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null;
  if (hasCells(main, slug) || recompute.dataset.whole !== undefined) {
    new RecomputePanel(recompute, make, {cells, load, digest});
  }
};

/**
 * First the view that the address asks for; then all controls at once, for each time something changes the page is laid out
 * and painted anew, which takes longer than to make them; but a table at a time, for that of many takes longest.
 */
function* start() {
  if (boards.length > 0) restore();
  yield soon;
  if (place('appearance')) buildAppearance(place('appearance'));
  if (boards.length > 0) {
    boards[0].buildSorts();
    buildPanels();
    panels.weights?.show(state);
    showPanels();
    // On a phone the table comes first; the summary says that the weights are others.
    if (panels.weights && state.preset !== 'equal' && matchMedia('(min-width: 60rem)').matches) panels.weights.details.open = true;
    buildPicks();
    whole();
  }
  buildRecompute(place('recompute'));
  for (const board of boards.slice(1)) {
    yield afterPaint;
    board.buildSorts();
  }
  for (const board of boards) board.readSoon();
}

const started = turns(start());
if (boards.length > 0) {
  document.addEventListener('comparing', () => {
    tellCompared();
    whole();
  });
  addEventListener('popstate', () => {
    started.finish();
    postponed.clear();
    history.forget();
    restore();
    tellCompared();
    showPanels();
  });
  addEventListener('pagehide', () => {
    postponed.catchUp();
    history.flush();
  });
  addEventListener('beforeprint', () => boards.forEach((board) => board.finish()));
}

if (matchMedia('(max-width: 48rem)').matches) document.querySelectorAll('.sections, .tabs').forEach(showTab);
