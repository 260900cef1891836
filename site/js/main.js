// The script of every page: makes its tables answer to the visitor. Pages are complete without it; what it expects of a page
// is said in docs/page-contract.md.
import {Appearance} from './appearance.js';
import {BoardPage} from './board/board-page.js';
import {port} from './browser.js';
import {newerPeriods} from './newer-periods.js';
import {hasCells, RecomputeButton} from './recompute/recompute-button.js';
import {pagesScript} from './pages-script.js';
import {inTasks} from './schedule.js';
import {showTab} from './tabs.js';
import {language} from './texts.js';
import {words} from './words.js';

const {make, root} = port;

/** What a page does not say itself, since it was written before: the periods that came after its own. */
const showNewerPeriods = (nav) => {
  const {period, page} = nav.dataset;
  const links = newerPeriods(port.global('compassPeriods') ?? [], period, page).map(({label, path}) =>
    make('li', {}, make('a', {href: root.dataset.root + path, 'data-view': true}, label)),
  );
  nav.querySelector('ul').prepend(...links);
};

const buildAppearance = (place) => {
  new Appearance(place, make, {
    theme: root.dataset.theme ?? 'auto',
    setTheme: (theme) => {
      if (theme === 'auto') delete root.dataset.theme;
      else root.dataset.theme = theme;
      port.remember('theme', theme);
    },
  });
};

const buildRecompute = (place, boards) => {
  const slug = /\/models\/([^/]+)\/(?:index\.html)?$/.exec(port.pathname())?.[1];
  if (!hasCells(port.first('main'), slug) && place.dataset.whole === undefined) return;
  const published = () => {
    boards?.finish();
    return boards?.asPublished ?? true;
  };
  const run = (status, list) =>
    new Promise((answer) => {
      port.dispatch('recompute', {status, list, folder: place.dataset.folder, slug, published, answer});
    });
  new RecomputeButton(place, make, {script: () => port.script(`recompute.${language}.js`), run});
};

/** Where the script with a figure's tools is not part of the page, a button fetches it. */
const offerFigure = (figure) => {
  const click = async () => {
    if (await pagesScript(port)) figure.querySelector('.figure-tools :is(a, button)').focus();
  };
  figure.append(make('p', {class: 'figure-tools'}, make('button', {type: 'button', class: 'copy', click}, words.figure)));
};

// Before links are sought that take the pool along.
if (port.byId('periods')) showNewerPeriods(port.byId('periods'));
const tables = port.all('table.board');
const boards = tables.length > 0 ? new BoardPage(tables, port, () => started.finish()) : undefined;

/**
 * First the view that the address asks for; then all controls at once, for each time something changes the page is laid out
 * and painted anew, which takes longer than to make them; but a table at a time, for that of many takes longest.
 */
function* start() {
  boards?.restore();
  yield port.nextTask;
  if (port.byId('appearance')) buildAppearance(port.byId('appearance'));
  boards?.buildControls();
  if (port.byId('recompute') && port.canFetch()) buildRecompute(port.byId('recompute'), boards);
  if (!port.first('script[src*="js/pages."]')) port.all('main figure:has(svg)').forEach(offerFigure);
  if (boards) yield* boards.buildRest();
}

const started = inTasks(start());

if (!port.isWide('48.01rem')) port.all('.sections, .tabs').forEach(showTab);
