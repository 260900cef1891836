// Recomputes a page, and tells what it found.
import {checkLabels, checkPage, jsonLines, listedDigest} from './recompute.js';
import {words} from './words.js';

const AT_ONCE = 4;
const SHOWN = 20;

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const text = (bytes) => new TextDecoder().decode(bytes);

export class RecomputePanel {
  #status;
  #list;
  #make;
  #options;

  /**
   * @param status the place for what was found
   * @param list the place for the numbers that differ
   * @param options.folder leads to the files of the period
   * @param options.cells a function that reads the shown numbers
   * @param options.load a promise of the bytes at a path, or of null where there is no such file
   * @param options.digest SHA-256 of bytes; null where the browser has none
   */
  constructor(status, list, make, options) {
    this.#status = status;
    this.#list = list;
    this.#make = make;
    this.#options = options;
  }

  async run() {
    this.#status.textContent = words.recomputing(0, 0);
    this.#tell(await this.#check());
  }

  #load(name) {
    return this.#options.load(this.#options.folder + name);
  }

  async #check() {
    const bytes = await this.#load('snapshot.json');
    if (bytes === null) throw new Error(words.noSnapshot);
    const snapshot = JSON.parse(text(bytes));
    const cells = this.#options.cells();
    const page = checkPage(cells, snapshot);
    const shown = new Set(cells.map((cell) => cell.model));
    const models = snapshot.models.map(({id}) => id).filter((id) => shown.size === 0 || shown.has(id));
    const labels = await this.#labels(models);
    const items = labels.size > 0 ? await this.#load('items.jsonl') : null;
    const scores = items === null ? null : checkLabels(snapshot, jsonLines(text(items)), labels);
    return {page, scores, models: labels.size, ...(await this.#digest(bytes))};
  }

  /** The lines of every model that has labels. */
  async #labels(models) {
    const found = new Map();
    const first = models.length > 0 ? await this.#load(`labels/${models[0]}.jsonl`) : null;
    if (first === null) return found;
    found.set(models[0], jsonLines(text(first)));
    const rest = models.slice(1);
    const worker = async () => {
      for (let id = rest.shift(); id !== undefined; id = rest.shift()) {
        const bytes = await this.#load(`labels/${id}.jsonl`);
        if (bytes !== null) found.set(id, jsonLines(text(bytes)));
        this.#status.textContent = words.recomputing(found.size, models.length);
      }
    };
    await Promise.all(Array.from({length: AT_ONCE}, worker));
    return found;
  }

  async #digest(bytes) {
    const sums = await this.#load('SHA256SUMS');
    const expected = sums === null ? undefined : listedDigest(text(sums), 'snapshot.json');
    if (expected === undefined || this.#options.digest === null) return {intact: null};
    return {intact: hex(await this.#options.digest(bytes)) === expected};
  }

  #tell({page, scores, models, intact}) {
    const wrong = [...page.wrong, ...(scores?.wrong ?? [])];
    const parts = [];
    if (page.checked > 0) parts.push(words.comparedWithSnapshot(page.checked, page.wrong.length));
    parts.push(scores === null ? words.noLabels : words.recomputedFromLabels(scores, models));
    if (intact !== null) parts.push(words.intact(intact));
    this.#status.textContent = `${wrong.length === 0 && intact !== false ? '✓' : '✗'} ${parts.join(' ')}`;
    const items = wrong.slice(0, SHOWN).map((one) => this.#make('li', {}, words.differs(one)));
    this.#list.replaceChildren(...items);
    this.#list.hidden = wrong.length === 0;
  }
}
