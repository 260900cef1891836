// What follows the pool of the compare page: above and under the tables, one after the other, and what stands below them.
import {inSlices} from '../schedule.js';
import {Chart} from './chart.js';
import {CompareAnswers} from './compare-answers.js';
import {CultureFitsPanel} from './culture-fits-panel.js';
import {Differences} from './differences.js';
import {words} from './words.js';

/** Models as the tables of the compare page say them: get(id) is {name, href, scores by system}. */
const modelsOf = (boards, port) => ({
  get(id) {
    const rows = boards.map(({table, rows}) => ({system: table.dataset.system, row: rows.find((row) => row.id === id)})).filter(({row}) => row);
    if (rows.length === 0) return undefined;
    return {
      name: rows[0].row.name,
      href: port.first(`tr[data-model="${CSS.escape(id)}"] [data-key=model] a`)?.href,
      scores: Object.fromEntries(rows.map(({system, row}) => [system, row.scores])),
    };
  },
});

const systemsOf = (boards, harmful) =>
  boards.map(({table, level, dimensions, labels}) => ({
    id: table.dataset.system,
    name: table.closest('section').querySelector('h2').textContent.trim(),
    level: level || 0.9,
    harmful: harmful.includes(table.dataset.system),
    dimensions: dimensions.map((id) => ({id, name: labels.get(`dim:${id}`)})),
  }));

/** What pictures are drawn with: the paths of marks and outlines. */
const shapes = (d3, port, built) => ({
  built,
  draw: port.draw,
  isWide: () => port.isWide('34.01rem'),
  symbol: (i) => d3.symbol(d3.symbolsFill[i % d3.symbolsFill.length], 90)(),
  polygon: d3.lineRadial().angle((point) => point.angle).radius((point) => point.radius).curve(d3.curveLinearClosed),
});

export class Comparison {
  #port;
  #built;
  #differences;
  #partsBelow;
  #cultures;
  #poolBelow = '[]';
  #later;

  /** @param port browser.js */
  /** @param built told of every new figure */
  constructor(port, built) {
    this.#port = port;
    this.#built = built;
    this.#later = inSlices(port);
    port.listen('comparison-changed', (comparison) => {
      // The first table is in sight.
      const showing = this.#show(comparison);
      showing.next();
      this.#later.begin(showing);
    });
    port.dispatch('comparison-ready');
  }

  /** The visitor went back or forward; what follows the pool is told of it by the tables. */
  restore() {
    this.#cultures?.restore();
  }

  *#show({pool, boards, entries}) {
    this.#differences ??= boards.map((board) => new Differences(board, this.#port.make, words.differences, this.#chartOf(board)));
    for (const [i, differences] of this.#differences.entries()) {
      // In the order of the pool, so that a model keeps its colour whatever the table is sorted by.
      differences.show(pool.map((id) => entries[i].find((entry) => entry.row.id === id)).filter(Boolean));
      yield;
    }
    const chosen = JSON.stringify(pool);
    if (chosen === this.#poolBelow) return;
    this.#partsBelow ??= this.#makePartsBelow(boards);
    this.#partsBelow.forEach((part) => part.show(pool));
    this.#poolBelow = chosen;
  }

  #chartOf(board) {
    const {global, make} = this.#port;
    const d3 = global('d3');
    return d3 && ((before) => new Chart(before, make, shapes(d3, this.#port, this.#built), words.chart, board.table.id));
  }

  #makePartsBelow(boards) {
    const {byId, canFetch, make, text} = this.#port;
    const models = modelsOf(boards, this.#port);
    const parts = [];
    const cultures = byId('compare-cultures');
    const series = cultures ? JSON.parse(cultures.dataset.series) : [];
    if (series.length > 0) {
      this.#cultures = new CultureFitsPanel(cultures, make, series, models, words.cultures, this.#port);
      parts.push(this.#cultures);
    }
    const answers = byId('compare-answers');
    const folder = byId('recompute')?.dataset.folder;
    if (answers && folder && canFetch()) {
      const systems = systemsOf(boards, (answers.dataset.harmful ?? '').split('|'));
      parts.push(new CompareAnswers(answers, make, {systems, models, drawn: answers.dataset.drawn, load: (name) => text(folder + name)}, words.answers, this.#port));
    }
    return parts;
  }
}
