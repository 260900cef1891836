// The second script of pages beside the leaderboards: filters for lists of models, items and cases, answers side by side, what follows
// the pool of the compare page, links to copy. Runs after main.js; pages are complete without it.
import {port} from './browser.js';
import {Comparison} from './pages/comparison.js';
import {vector} from './pages/culture-fit.js';
import {addFigureTools} from './pages/figure-tools.js';
import {FormulaPanel} from './pages/formula-panel.js';
import {ListPanel} from './pages/list-panel.js';
import {showMarkdown} from './pages/answer-text.js';
import {card} from './pages/picture.js';
import {picturePort} from './pages/picture-port.js';
import {caseList, itemList, modelList, readingsOf} from './pages/lists.js';
import {SideBySide} from './pages/side-by-side.js';
import {words} from './pages/words.js';
import {bestWeights, possibleFirsts, rankRanges} from './weights/robustness.js';

port.listen('robustness', ({answer}) => answer({bestWeights, possibleFirsts, rankRanges}));

const {byId, make} = port;
const panels = [];

const addList = (root, list) => {
  if (list) panels.push(new ListPanel(root, make, list, words.list, port));
};

const addSideBySide = (root) => {
  const answers = [...root.querySelectorAll('.case')].map((element) => ({
    element,
    model: element.dataset.model,
    name: element.dataset.name,
    readings: readingsOf(element),
  }));
  if (answers.length > 1) panels.push(new SideBySide(root.querySelector('.side-controls'), make, answers, words.side, port));
};

/** The heatmap of models and countries, by a formula of the visitor's choice. */
const addFormula = (root) => {
  const fits = port.first('table.fits');
  const countries = [...fits.tHead.querySelectorAll('th[data-scores]')].map((head) => vector(head.dataset.scores));
  const rows = [...fits.tBodies[0].rows].map((row) => ({scores: vector(row.dataset.scores), cells: [...row.querySelectorAll('td')]}));
  const caption = fits.caption.querySelector('.stay') ?? fits.caption;
  panels.push(new FormulaPanel(root, make, {caption, countries, rows}, words.formula, port));
};

/** A text to take along gets a button that copies it; where the program did not know where the site would be, the page does. */
const addCopyTexts = () => {
  for (const text of port.all('pre[data-copy]')) {
    const shown = text.textContent.replaceAll('ADDRESS/', port.address(port.root.dataset.root.replace(/[^/]*$/, '') || './', ''));
    if (text.textContent !== shown) text.textContent = shown;
    if (!port.canCopy()) continue;
    const click = async () => {
      await port.copy(shown);
      button.textContent = words.copied;
    };
    const button = make('button', {type: 'button', class: 'copy', click}, words.copyText);
    text.after(button);
  }
};

/** Beside every link to a single answer, a button that copies it. */
const addCopyButtons = () => {
  if (!port.canCopy()) return;
  for (const link of port.all('a.self')) {
    const click = async () => {
      await port.copy(link.href);
      button.textContent = words.copied;
    };
    const button = make('button', {type: 'button', class: 'copy', click}, words.copy);
    link.after(' ', button);
  }
};

/** Once an answer is unfolded. Before it is, there is nothing to see. */
const addMarkdown = () => {
  for (const details of port.all('.case > details')) {
    const unfold = () => {
      if (!details.open) return;
      details.removeEventListener('toggle', unfold);
      const button = showMarkdown(details.querySelector('.answer'), make, words.markdown);
      if (button) details.querySelector('.readings').append(make('li', {}, button));
    };
    details.addEventListener('toggle', unfold);
  }
};

const pictures = {...port, ...picturePort};
const withTools = (figure) => addFigureTools(figure, pictures, words.figure);

/** Another script asks for a card to show others: {title, rows: [{name, figure}]}. */
const saveCard = ({title, rows}) => {
  const ink = pictures.style(port.first('main')).color;
  const made = card({title, rows, source: pictures.address()}, {draw: port.draw, paper: pictures.paper(), ink});
  pictures.savePng('values.png', made.svg, made.size, 1);
};

/** A link to a single answer shows it. */
const openTarget = () => {
  const id = decodeURIComponent(port.hash().slice(1));
  const details = id && byId(id)?.querySelector(':scope > details:not([data-harmful])');
  if (details) details.open = true;
};

if (byId('compare')) panels.push(new Comparison(port, withTools));
if (byId('formula')) addFormula(byId('formula'));
if (byId('item-filters')) addList(byId('item-filters'), itemList(byId('item-filters'), port));
if (byId('model-filters')) addList(byId('model-filters'), modelList(byId('model-filters'), port));
if (byId('case-filters')) addList(byId('case-filters'), caseList(byId('case-filters'), port));
if (byId('side')) addSideBySide(byId('side'));
// Pages with tables show themselves when those are as the address says.
if (!port.first('table.board')) port.root.classList.remove('arranging');
for (const figure of port.all('main figure')) if (figure.querySelector('svg')) withTools(figure);
port.listen('card', saveCard);
addCopyButtons();
addCopyTexts();
addMarkdown();
openTarget();
port.onWindow('hashchange', openTarget);
port.onWindow('popstate', () => panels.forEach((panel) => panel.restore()));
port.onWindow('pagehide', () => panels.forEach((panel) => panel.flush?.()));
