// The script that recomputes a page; the button on the page fetches it, and asks it each time.
import {port} from '../browser.js';
import {RecomputePanel} from './recompute-panel.js';
import {shownCells} from './shown-cells.js';

port.listen('recompute', ({status, list, folder, slug, published, answer}) => {
  const cells = () => shownCells(port.first('main'), slug, published());
  const panel = new RecomputePanel(status, list, port.make, {folder, cells, load: port.bytes, digest: port.digest});
  answer(panel.run());
});
