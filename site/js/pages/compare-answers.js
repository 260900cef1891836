// Under the tables of the compare page: on demand, the answers of the chosen models, from their own files alone.
import {visible} from '../format.js';
import {jsonLines, listedDigest} from '../recompute/recompute.js';
import {disagreements, pieces} from './disagreements.js';
import {Explorer} from './explorer.js';
import {pairedTests} from './paired-tests.js';
import {topicsOf} from './topics.js';

const SHOWN = 10;
const LONGEST = 4000;

/** Chance that the tests of a system, all together, take any two equal models for different; as for means (Separation). */
const FALSE_DIFFERENCES = 0.05;

export class CompareAnswers {
  #root;
  #make;
  #page;
  #port;
  #words;
  #button;
  #status;
  #results;
  #chosen = [];
  #files = new Map();
  #sums;

  /**
   * @param root the section
   * @param port browser.js
   * @param page {systems: [{id, name, dimensions: [{id, name}], level, harmful}], models: map from id to {name, href}, drawn, load(path)}: drawn is what
   *     intervals of the period resample, ITEM or TOPIC
   */
  constructor(root, make, page, words, port) {
    this.#port = port;
    this.#root = root;
    this.#make = make;
    this.#page = page;
    this.#words = words;
    this.#button = make('button', {type: 'button', click: () => this.#look()}, words.look);
    this.#status = make('p', {role: 'status'});
    this.#results = make('div', {});
    root.append(make('p', {}, this.#button), this.#status, this.#results);
  }

  show(chosen) {
    this.#root.hidden = chosen.length < 2;
    if (chosen.join() === this.#chosen.join()) return;
    this.#chosen = chosen;
    this.#status.textContent = '';
    this.#results.replaceChildren();
  }

  async #look() {
    const chosen = this.#chosen;
    this.#button.disabled = true;
    this.#status.textContent = this.#words.loading;
    try {
      const cases = await this.#of(chosen, 'cases');
      const labels = await this.#of(chosen, 'labels');
      const items = labels.size > 1 ? await this.#file('items.jsonl') : null;
      if (chosen !== this.#chosen) return;
      this.#status.textContent = '';
      this.#results.replaceChildren(...this.#tested(labels, items), ...this.#disputed(cases), ...this.#explored(labels, items));
    } catch {
      this.#status.textContent = this.#words.failed;
    } finally {
      this.#button.disabled = false;
    }
  }

  /** The files, as the checksums list them, of the models that have one, each fetched once. */
  async #of(models, folder) {
    const found = new Map();
    for (const model of models) {
      const all = await this.#file(`${folder}/${model}.jsonl`);
      if (all !== null) found.set(model, all);
    }
    return found;
  }

  async #file(name) {
    if (!this.#files.has(name)) {
      this.#sums ??= (await this.#page.load('SHA256SUMS')) ?? '';
      const text = listedDigest(this.#sums, name) === undefined ? null : await this.#page.load(name);
      this.#files.set(name, text === null ? null : jsonLines(text));
    }
    return this.#files.get(name);
  }

  #tested(labels, items) {
    if (items === null) return [this.#make('p', {class: 'caution'}, this.#words.noLabels)];
    const systemOf = new Map(items.map(({item}) => [item.id, item.system]));
    const topics = topicsOf(items);
    const unitOf = (item) => (this.#page.drawn === 'TOPIC' ? topics.get(item) : item);
    return this.#page.systems.flatMap((system) => {
      const own = new Map();
      for (const [model, rows] of labels) {
        const of = rows.filter(({item}) => systemOf.get(item) === system.id);
        if (of.length > 0) own.set(model, of);
      }
      const tests = pairedTests(own, system.dimensions.map(({id}) => id), FALSE_DIFFERENCES, unitOf);
      return tests.length === 0 ? [] : [this.#table(system, tests)];
    });
  }

  #table(system, tests) {
    const make = this.#make;
    const significant = tests.filter((test) => test.significant).length;
    const id = `paired-${system.id}`;
    const rows = system.dimensions.map(({id: dimension, name}) => {
      const of = tests.filter((test) => test.dimension === dimension);
      if (of.length === 0) return null;
      const most = of.reduce((one, other) => (Math.abs(other.test.difference) > Math.abs(one.test.difference) ? other : one));
      const [high, low] = most.test.difference >= 0 ? [most.one, most.other] : [most.other, most.one];
      const figure = `${Math.abs(most.test.difference).toFixed(1)} ± ${most.test.error.toFixed(1)}`;
      const who = most.test.difference === 0 ? '–' : this.#words.over(this.#name(high), this.#name(low));
      return make('tr', {}, make('th', {scope: 'row'}, name), make('td', {class: 'number'}, figure), make('td', {translate: 'no'}, who),
        make('td', {}, this.#words.significantOf(of.filter(({significant}) => significant).length, of.length)));
    });
    const heads = this.#words.heads.map((head, i) => make('th', {scope: 'col', class: i === 1 ? 'number' : false}, head));
    return make('div', {},
      make('h3', {id}, system.name),
      make('p', {}, this.#words.tested(significant, tests.length, 1 - FALSE_DIFFERENCES)),
      make('div', {class: 'scroller', role: 'region', 'aria-labelledby': id, tabindex: '0'},
        make('table', {class: 'list'}, make('caption', {}, this.#words.caption), make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...rows.filter(Boolean)))));
  }

  #name(model) {
    return this.#page.models.get(model)?.name ?? model;
  }

  #explored(labels, items) {
    if (items === null) return [];
    const page = {systems: this.#page.systems, name: (model) => this.#name(model)};
    return new Explorer(this.#make, page, {labels, items}, this.#words.explorer, this.#port).elements;
  }

  #disputed(cases) {
    const make = this.#make;
    const found = disagreements(cases);
    const heading = make('h3', {}, this.#words.disputed);
    if (found.length === 0) return [heading, make('p', {}, this.#words.none)];
    const lead = make('p', {}, this.#words.shown(Math.min(SHOWN, found.length), found.length));
    return [heading, lead, ...found.slice(0, SHOWN).map((question) => this.#question(question))];
  }

  #question(question) {
    const make = this.#make;
    const system = this.#page.systems.find(({id}) => id === question.system);
    const answers = make('div', {class: 'side-answers chosen'}, ...question.answers.map((answer) => this.#answer(answer, system)));
    if (!system?.harmful) return make('article', {class: 'case'}, make('h4', {class: 'prompt', dir: 'auto'}, visible(question.prompt)), answers);
    const about = make('p', {class: 'prompt', dir: 'auto'}, visible(question.prompt));
    return make('article', {class: 'case'}, make('details', {}, make('summary', {}, this.#words.harmful(system.name)), about, answers));
  }

  #answer({model, case: one}, system) {
    const make = this.#make;
    const text = one.answer.slice(0, LONGEST);
    const parts = pieces(text, one.readings).map((piece) => (piece.marked ? make('mark', {}, visible(piece.text)) : visible(piece.text)));
    const names = new Map(system?.dimensions.map(({id, name}) => [id, name]));
    const readings = one.readings
      .filter(({label}) => label === 'EXPRESSES' || label === 'OPPOSES')
      .map(({dimension, label}) => make('li', {'data-label': label.toLowerCase()}, this.#words.reading(names.get(dimension) ?? dimension, label)));
    const href = this.#page.models.get(model)?.href;
    const where = /^[a-z0-9][a-z0-9.-]*$/.test(one.id) ? `#case-${one.id}` : '';
    const name = this.#name(model);
    return make('div', {},
      make('h5', {}, href ? make('a', {href: href + where, translate: 'no'}, name) : name),
      make('p', {class: 'answer', dir: 'auto'}, ...parts, one.answer.length > LONGEST ? '…' : ''),
      make('ul', {class: 'readings'}, ...readings));
  }
}
