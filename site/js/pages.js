// What pages beside the leaderboards offer a visitor: narrowing lists of items and cases, answers side by side, links to
// copy. Runs beside main.js on the pages that ask for it; they are complete without it.
import {slices} from './board/slices.js';
import {maker} from './elements.js';
import {Chart} from './pages/chart.js';
import {CompareAnswers} from './pages/compare-answers.js';
import {CultureRows} from './pages/culture-rows.js';
import {Differences} from './pages/differences.js';
import {Formula, vector} from './pages/formula.js';
import {Narrow, numbered} from './pages/narrow.js';
import {Side} from './pages/side.js';
import {words} from './pages/words.js';
import {clock} from './paint.js';

const make = maker(document);
const place = (id) => document.getElementById(id);
const panels = [];

/** The address is a view's only memory; each change is a step that Back returns from. */
const port = {
  search: () => location.search,
  show: (query) => history.replaceState(null, '', location.pathname + query + location.hash),
  roomy: () => matchMedia('(min-width: 48.01rem)').matches,
};

const listed = (text) => (text ?? '').split('|').filter(Boolean);
const textOf = (element) => element.textContent.trim();

/** What is chosen from of an item. */
const itemGroup = (element) => {
  const group = {};
  for (const cell of element.querySelectorAll('[data-facet]')) {
    const {facet, regions, years} = cell.dataset;
    if (facet === 'regions') Object.assign(group, {regions: listed(regions), years: listed(years)});
    else if (facet === 'origin') Object.assign(group, {origin: [textOf(cell).split(',')[0]], carried: cell.dataset.anchor === undefined ? [] : ['1']});
    else group[facet] = textOf(cell).split(', ').filter((value) => value !== '–');
  }
  return group;
};

/** A row of the list of items, as narrow.js wants it; read when somebody narrows the list. */
const itemRow = (element) => {
  let text;
  let groups;
  return {
    element,
    get text() {
      return (text ??= textOf(element.querySelector('th')).toLowerCase());
    },
    get groups() {
      return (groups ??= [itemGroup(element)]);
    },
  };
};

const narrowItems = (root) => {
  const rows = [...document.querySelectorAll(root.dataset.rows)].map(itemRow);
  if (rows.length < 2) return;
  const heads = [...document.querySelectorAll('.items thead [data-facet]')];
  const mentioned = {regions: words.narrow.regions, years: words.narrow.years, carried: words.narrow.carried};
  const facets = heads.length > 0 ? {...Object.fromEntries(heads.map((head) => [head.dataset.facet, textOf(head)])), ...mentioned} : {};
  const orders = heads.length > 0 ? {least: (inPage) => [...inPage].reverse(), id: numbered} : undefined;
  panels.push(new Narrow(root, make, {rows, facets, names: {carried: {1: words.narrow.yes}}, orders}, words.narrow, port));
};

const readingsOf = (element) =>
  [...element.querySelectorAll('.readings li[data-label]')].map((one) => ({
    dimension: one.dataset.dimension,
    label: one.dataset.label,
    element: one,
  }));

/** The cases of a model, by value and by what the answer says of it; a heading without a case under it goes. */
const narrowCases = (root) => {
  const sections = [...document.querySelectorAll('section.cases')];
  const rows = [...document.querySelectorAll('section.cases .case')].map((element) => ({
    element,
    text: textOf(element).toLowerCase(),
    groups: readingsOf(element).map(({dimension, label}) => ({value: [dimension], reading: [label]})),
  }));
  if (rows.length < 2) return;
  const names = {value: JSON.parse(root.dataset.names), reading: words.narrow.readings};
  const narrowed = () => sections.forEach((one) => (one.hidden = one.querySelector('.case:not([hidden])') === null));
  const facets = {value: words.narrow.value, reading: words.narrow.reading};
  panels.push(new Narrow(root, make, {rows, facets, names, count: words.narrow.cases}, words.narrow, {...port, narrowed}));
};

const sideBySide = (root) => {
  const answers = [...root.querySelectorAll('.case')].map((element) => ({
    element,
    model: element.dataset.model,
    name: element.dataset.name,
    readings: readingsOf(element),
  }));
  if (answers.length > 1) panels.push(new Side(root.querySelector('.side-controls'), make, answers, words.side, port));
};

/** Beside every link to a single answer, a button that copies it. */
const copyLinks = () => {
  if (!navigator.clipboard) return;
  for (const link of document.querySelectorAll('a.self')) {
    const click = async () => {
      await navigator.clipboard.writeText(link.href);
      button.textContent = words.copied;
    };
    const button = make('button', {type: 'button', class: 'copy', click}, words.copy);
    link.after(' ', button);
  }
};

/** The heatmap of models and countries, by a formula of the visitor's choice. */
const formula = (root) => {
  const fits = document.querySelector('table.fits');
  const countries = [...fits.tHead.querySelectorAll('th[data-scores]')].map((head) => vector(head.dataset.scores));
  const rows = [...fits.tBodies[0].rows].map((row) => ({scores: vector(row.dataset.scores), cells: [...row.querySelectorAll('td')]}));
  const caption = fits.caption.querySelector('.stay') ?? fits.caption;
  panels.push(new Formula(root, make, {caption, countries, rows}, words.formula, port));
};

/** Models as the tables of the compare page say them: get(id) is {name, href, scores by system}. */
const comparedModels = (boards) => ({
  get(id) {
    const rows = boards.map(({table, rows}) => ({system: table.dataset.system, row: rows.find((row) => row.id === id)})).filter(({row}) => row);
    if (rows.length === 0) return undefined;
    return {
      name: rows[0].row.name,
      href: document.querySelector(`tr[data-model="${CSS.escape(id)}"] [data-key=model] a`)?.href,
      scores: Object.fromEntries(rows.map(({system, row}) => [system, row.scores])),
    };
  },
});

const comparedSystems = (boards, harmful) =>
  boards.map(({table, level, dimensions, labels}) => ({
    id: table.dataset.system,
    name: textOf(table.closest('section').querySelector('h2')),
    level: level || 0.9,
    harmful: harmful.includes(table.dataset.system),
    dimensions: dimensions.map((id) => ({id, name: labels.get(`dim:${id}`)})),
  }));

/** What stands below the tables of the compare page. */
const comparedParts = (boards) => {
  const models = comparedModels(boards);
  const parts = [];
  const cultures = place('compare-cultures');
  const series = cultures ? JSON.parse(cultures.dataset.series) : [];
  if (series.length > 0) parts.push(new CultureRows(cultures, make, series, models, words.cultures, port));
  const answers = place('compare-answers');
  const folder = place('recompute')?.dataset.folder;
  if (answers && folder && location.protocol !== 'file:') {
    const load = async (name) => {
      const answer = await fetch(new URL(folder + name, location.href));
      return answer.ok ? answer.text() : null;
    };
    const systems = comparedSystems(boards, listed(answers.dataset.harmful));
    parts.push(new CompareAnswers(answers, make, {systems, models, load}, words.answers));
  }
  return parts;
};

/** An element of a picture, of the same kind as the mark at the top of every page. */
const draw = (tag, attributes, ...children) => {
  const element = document.createElementNS(document.querySelector('svg').namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** What pictures are drawn with: the paths of marks and outlines. */
const shapes = (d3) => ({
  draw,
  roomy: () => matchMedia('(min-width: 34.01rem)').matches,
  symbol: (i) => d3.symbol(d3.symbolsFill[i % d3.symbolsFill.length], 90)(),
  polygon: d3.lineRadial().angle((point) => point.angle).radius((point) => point.radius).curve(d3.curveLinearClosed),
});

/** What follows the pool of the compare page: above and under the tables, one after the other, and what stands below them. */
const comparing = () => {
  let differences;
  let parts;
  let shown = '[]';
  const rest = slices(clock);
  const chart = (board) => (globalThis.d3 ? (before) => new Chart(before, make, shapes(globalThis.d3), words.chart, board.table.id) : undefined);
  const show = function* ({pool, boards, entries}) {
    differences ??= boards.map((board) => new Differences(board, make, words.apart, chart(board)));
    for (const [i, under] of differences.entries()) {
      // In the order of the pool, so that a model keeps its colour whatever the table is sorted by.
      under.show(pool.map((id) => entries[i].find((entry) => entry.row.id === id)).filter(Boolean));
      yield;
    }
    const chosen = JSON.stringify(pool);
    if (chosen === shown) return;
    parts ??= comparedParts(boards);
    parts.forEach((part) => part.show(pool));
    shown = chosen;
  };
  document.addEventListener('compared', ({detail}) => {
    // The first table is in sight.
    const showing = show(detail);
    showing.next();
    rest.begin(showing);
  });
  document.dispatchEvent(new Event('comparing'));
};

if (place('compare')) comparing();
if (place('formula')) formula(place('formula'));
if (place('narrow')) narrowItems(place('narrow'));
if (place('narrow-cases')) narrowCases(place('narrow-cases'));
if (place('side')) sideBySide(place('side'));
// Pages with tables show themselves when those are as the address says.
if (!document.querySelector('table.board')) document.documentElement.classList.remove('arranging');
copyLinks();
addEventListener('popstate', () => panels.forEach((panel) => panel.restore()));
