// Makes the tables of a page answer to the visitor. The only module that touches the document; pages are complete
// without it. What it expects of a page is said in docs/page-contract.md.
import {Appearance} from './appearance.js';
import {Board} from './board/board.js';
import {slices} from './board/slices.js';
import {toggled} from './compare.js';
import {Differences} from './differences.js';
import {maker} from './elements.js';
import {later} from './later.js';
import {csv, embed, latex, markdown, score, visible} from './format.js';
import {PoolPanel} from './pool-panel.js';
import {RecomputePanel} from './recompute-panel.js';
import {choices} from './rows.js';
import {hasCells, shownCells} from './shown-cells.js';
import {FIXED, initial, read, write, writePool} from './state.js';
import {steps} from './steps.js';
import {ToolsPanel} from './tools-panel.js';
import {Chart} from './side/chart.js';
import {FitPanel} from './weigh/fit-panel.js';
import {MattersPanel} from './weigh/matters-panel.js';
import {QuizPanel} from './weigh/quiz-panel.js';
import {fits} from './weigh/quiz.js';
import {WeightsPanel} from './weights-panel.js';
import {presetOf, presets} from './weights.js';
import {words} from './words.js';

const make = maker(document);

/** An element of a picture, of the same kind as the mark at the top of every page. */
const draw = (tag, attributes, ...children) => {
  const element = document.createElementNS(document.querySelector('svg').namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** What the pages with charts load: the paths of marks and outlines. */
const shapes = (d3) => ({
  draw,
  roomy: () => matchMedia('(min-width: 34.01rem)').matches,
  symbol: (i) => d3.symbol(d3.symbolsFill[i % d3.symbolsFill.length], 90)(),
  polygon: d3.lineRadial().angle((point) => point.angle).radius((point) => point.radius).curve(d3.curveLinearClosed),
});

/** Rows from which on a page is long. */
const LONG = 60;

const place = (id) => document.getElementById(id);
const comparing = place('compare') !== null;

/** After the next paint; a frame runs its callbacks before it paints. */
const afterPaint = (action) => requestAnimationFrame(() => setTimeout(action, 0));

const port = {
  idle: afterPaint,
  later: (action, ms) => setTimeout(action, ms),
  cancel: (handle) => clearTimeout(handle),
  now: () => performance.now(),
  height: () => innerHeight,
};

const boards = [...document.querySelectorAll('table.board')].map(
  (table) => new Board(table, make, (key, descending) => sortBy(key, descending), port),
);

/** The columns that can be left out, of all tables. */
const optionalColumns = () => {
  const all = new Map(boards.flatMap((board) => [...board.labels]));
  return [...all].filter(([key]) => !FIXED.includes(key)).map(([key, label]) => ({key, label}));
};

/** What this page knows; every value of a URL is held against it. */
const knownPage = () => {
  const rows = boards.flatMap((board) => board.rows);
  const dimensions = [...new Set(boards.flatMap((board) => board.dimensions))];
  let offeredChoices;
  const offered = place('weights')?.dataset.presets;
  const offer = offered ? JSON.parse(offered) : {dimensions: dimensions.map((id) => ({id, name: id}))};
  return {
    offer,
    presets: presets(offer),
    dimensions: offer.dimensions.map((dimension) => dimension.id),
    columns: [...new Set(boards.flatMap((board) => board.columns))],
    models: [...new Set(rows.map((row) => row.id))],
    names: new Map(rows.map((row) => [row.id, row.name])),
    optional: optionalColumns(),
    get choices() {
      return (offeredChoices ??= Object.fromEntries(['developer', 'family', 'country'].map((field) => [field, choices(rows, field)])));
    },
  };
};

/** The compare page of the period that the first table is of. */
const comparePage = () =>
  `${document.documentElement.dataset.root}${boards[0].table.dataset.period}/compare/index.html`;

/** What a page does not say itself, since it was written before: the periods that came after its own. */
const showLaterPeriods = (nav) => {
  const {period, page} = nav.dataset;
  const links = later(globalThis.compassPeriods ?? [], period, page).map(({label, path}) =>
    make('li', {}, make('a', {href: document.documentElement.dataset.root + path, 'data-keep': true}, label)),
  );
  nav.querySelector('ul').prepend(...links);
};
if (place('periods')) showLaterPeriods(place('periods'));

/** Links that take the pool along, and those that take the whole view; sought once, for a long page has many elements. */
const keeping = document.querySelectorAll('a[data-keep]');
const viewing = document.querySelectorAll('a[data-view]');
const page = knownPage();
const panels = {};
let state = initial(page);
let entries = [];
let differences = [];

const history = steps({
  push: (url) => window.history.pushState(null, '', url),
  replace: (url) => window.history.replaceState(null, '', url),
  ...port,
});

/** Other scripts of the page follow the pool. */
const tellPool = () => {
  const chosen = JSON.stringify(state.pool);
  if (place('compare').dataset.pool === chosen) return;
  place('compare').dataset.pool = chosen;
  document.dispatchEvent(new Event('pool'));
};

const comparisons = slices(port);

/** What is looked at while a weight moves: the tables, and the weights themselves. */
const showTables = () => {
  const inPool = (row) => !comparing || state.pool.length === 0 || state.pool.includes(row.id);
  entries = boards.map((board) => board.show(state, inPool));
  panels.weights?.show(state);
};

/** One table after the other; the first is in sight. */
function* showDifferences() {
  // In the order of the pool, so that a model keeps its colour whatever the table is sorted by.
  const chosen = (i) => state.pool.map((id) => entries[i].find((entry) => entry.row.id === id)).filter(Boolean);
  for (const [i, under] of differences.entries()) {
    under.show(chosen(i));
    yield;
  }
}

const showOthers = () => {
  const showing = showDifferences();
  showing.next();
  comparisons.begin(showing);
  panels.fit?.show(state);
  panels.matters?.show(state);
  const shown = entries[0].filter((entry) => entry.shown).length;
  panels.tools?.show(state, shown, entries[0].length, write(state, page) === '');
  panels.pool?.show(state);
  if (comparing) tellPool();
  for (const link of keeping) {
    link.search = state.pool.length ? `?m=${writePool(state.pool)}` : '';
  }
  for (const link of viewing) link.search = write(state, page);
  notice(Object.values(state.weights).every((weight) => weight === 0) ? [words.noWeights] : []);
};

/** Tells what the page could not do; several things in one line. */
const notice = (texts) => {
  const line = place('notice');
  if (!line) return;
  const text = texts.join(' ');
  if (line.textContent !== text) line.textContent = text;
  line.hidden = texts.length === 0;
};

/** What waits for the next paint, in turn. */
const waiting = [];

const catchUp = () => {
  for (let action = waiting.shift(); action; action = waiting.shift()) action();
};

/** On a long page the visitor sees the new order first; on others everything is done at once. */
const afterwards = (action) => {
  if (boards[0].rows.length < LONG) return action();
  if (waiting.length === 0) afterPaint(catchUp);
  waiting.push(action);
};

const change = (changes, from) => {
  state = {...state, ...changes};
  const now = state;
  showTables();
  if (!waiting.includes(showOthers)) afterwards(showOthers);
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
  const joined = (write, between) => tables.map(({heads, rows}) => write(heads, rows)).join(between);
  const forms = {
    latex: () => joined((heads, rows) => latex(heads, rows, `${document.title}. ${location.href}`), '\n'),
    embed: () => embed(location.href, document.title),
    link: () => location.href, 
    csv: () => joined(csv, '\r\n'),
    markdown: () => joined(markdown, '\n'),
  };
  const text = forms[what]();
  try {
    await navigator.clipboard.writeText(text);
    panels.tools.say(words.copied(what));
  } catch {
    panels.tools.offer(text);
  }
};

const restore = () => {
  const found = read(location.search, page);
  state = found.state;
  showTables();
  showOthers();
  notice(found.unknown.map(({kind, value}) => words.unknown({kind, value: visible(value)})));
};

const changeWeights = (changes, from) => {
  change(changes, from);
  if (from === null) afterwards(sayLeader);
};

const build = () => {
  const {names} = page;
  const within = (id, panel) => {
    const root = place(id);
    return root ? panel(root) : undefined;
  };
  if (page.offer.dimensions.length && place('weights')?.dataset.presets) {
    const dimensionNames = new Map(page.offer.dimensions.map(({id, name}) => [id, name]));
    const options = {page, names: dimensionNames, change: changeWeights, settle};
    panels.weights = new WeightsPanel(place('weights'), make, options);
    const use = (weights) => changeWeights({weights, preset: presetOf(weights, page.presets)}, null);
    if (fits(words.quiz.portraits, page.dimensions)) new QuizPanel(place('weights'), make, {dimensions: page.dimensions, use});
    const models = boards[0].rows.map(({id, name, scores}) => ({id, name, scores}));
    if (page.offer.fit) {
      const {orders, chance = null} = page.offer.fit;
      panels.fit = new FitPanel(place('weights'), make, {models, dimensions: page.dimensions, names: dimensionNames, orders, chance});
    }
    panels.matters = new MattersPanel(place('weights'), make, {models, dimensions: page.dimensions, use});
  }
  const reset = () => change(initial(page), null);
  panels.tools = within('tools', (root) => new ToolsPanel(root, make, {page, change, settle, copy, reset}));
  const rest = () => boards[0].table.closest('[tabindex]')?.focus();
  const compareAddress = comparing ? null : comparePage();
  panels.pool = within('pool', (root) => new PoolPanel(root, make, {names, change, address: compareAddress, rest}));
  const chart = (name) => (globalThis.d3 ? (before) => new Chart(before, make, shapes(globalThis.d3), name) : undefined);
  if (comparing) differences = boards.map((board) => new Differences(board, make, chart(board.table.id)));
  else if (panels.pool) boards.forEach((board) => board.addPicks((id) => change({pool: toggled(state.pool, id)}, null)));
};

/** Remembers a choice for other pages; where storage is forbidden it holds for this one. */
const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Nothing to be done.
  }
};

const root = document.documentElement;
if (place('appearance')) {
  new Appearance(place('appearance'), make, {
    theme: root.dataset.theme ?? 'auto',
    setTheme: (theme) => {
      if (theme === 'auto') delete root.dataset.theme;
      else root.dataset.theme = theme;
      remember('theme', theme);
    },
  });
}

if (boards.length > 0) {
  build();
  restore();
  // On a phone the table comes first; the summary says that the weights are others.
  if (panels.weights && state.preset !== 'equal' && matchMedia('(min-width: 60rem)').matches) panels.weights.details.open = true;
  afterPaint(() => root.classList.remove('arranging'));
  addEventListener('popstate', () => {
    waiting.length = 0;
    history.forget();
    restore();
  });
  addEventListener('pagehide', () => {
    catchUp();
    history.flush();
  });
  addEventListener('beforeprint', () => boards.forEach((board) => board.finish()));
}

// Where tabs do not fit side by side they scroll; the one of this page is in sight. Measured after the first paint,
// because it would lay out the page once more before it.
const showTab = () => {
  for (const list of document.querySelectorAll('.sections, .tabs')) {
    const here = list.querySelector('[aria-current]')?.getBoundingClientRect();
    const around = list.getBoundingClientRect();
    if (here && (here.right > around.right || here.left < around.left)) list.scrollLeft += here.left - around.left - 16;
  }
};
if (matchMedia('(max-width: 48rem)').matches) requestAnimationFrame(() => setTimeout(showTab, 0));

// From a disk, browsers fetch nothing.
const recompute = location.protocol === 'file:' ? null : place('recompute');
if (recompute) {
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
}
