// Whether the weights decide who is first: rank ranges under nearby weights, who else could be first, and the weights
// that put a model first. Fetched and computed when a visitor looks, because it takes long with many models.
import {score} from '../format.js';
import {words} from '../words.js';
import {FoldedPanel} from './folded-panel.js';

/** With more models than this the visitor is asked before the browser is kept busy. */
const AT_ONCE = 60;
const SHOWN = 20;

/** Names of models; of many the first, and how many more there are. */
const some = (names) => words.list(names.length > SHOWN ? [...names.slice(0, SHOWN), `+${names.length - SHOWN}`] : names);

/** Weights of a sum of 1 with mean 1 instead, as the controls show them. */
const scaled = (weights) => {
  const ids = Object.keys(weights);
  return Object.fromEntries(ids.map((id) => [id, Math.round(weights[id] * ids.length * 1000) / 1000]));
};

export class RobustnessPanel {
  #make;
  #models;
  #dimensions;
  #names;
  #use;
  #fetch;
  #asked;
  #folded;
  #body;
  #firsts;

  /**
   * @param models {id, name, scores}
   * @param use told weights that the visitor wants to see
   * @param fetch promises the arithmetic, see robustness.js, or null
   */
  constructor(root, make, {models, dimensions, use, fetch}) {
    this.#make = make;
    this.#models = models;
    this.#dimensions = dimensions;
    this.#names = new Map(models.map(({id, name}) => [id, name]));
    this.#use = use;
    this.#fetch = fetch;
    this.#body = make('div', {class: 'robustness-body'});
    const about = {kind: 'robustness', title: words.robustness.title, line: words.robustness.about};
    this.#folded = new FoldedPanel(root, make, about, ({weights}) => this.#compute(weights), () => [this.#body]);
  }

  show(state) {
    this.#folded.show(state);
  }

  #compute(weights) {
    if (this.#models.length > AT_ONCE) this.#body.replaceChildren(this.#ask(weights));
    else this.#answer(weights);
  }

  #ask(weights) {
    return this.#make('button', {type: 'button', click: () => this.#answer(weights)}, words.robustness.compute(this.#models.length));
  }

  async #answer(weights) {
    this.#asked = weights;
    const arithmetic = await this.#fetch();
    if (this.#asked !== weights) return;
    if (!arithmetic) {
      this.#body.replaceChildren(this.#ask(weights));
      return;
    }
    const {bestWeights, possibleFirsts, rankRanges} = arithmetic;
    const ranges = rankRanges(this.#models, this.#dimensions, weights);
    if (ranges.length < 2) {
      this.#body.replaceChildren(words.robustness.tooFew);
      return;
    }
    this.#firsts ??= possibleFirsts(this.#models, this.#dimensions);
    const name = (id) => this.#names.get(id);
    const rivals = ranges.filter(({best}) => best === 1);
    this.#body.replaceChildren(
      this.#make('p', {}, words.robustness.firsts(this.#firsts.length, ranges.length, some(this.#firsts.map(name)))),
      this.#make('p', {}, rivals.length === 1 ? words.robustness.stays(name(rivals[0].id)) : words.robustness.rivals(some(rivals.map(({id}) => name(id))))),
      this.#table(ranges, name),
      this.#chooser(name, bestWeights),
    );
  }

  #table(ranges, name) {
    const make = this.#make;
    const head = (text) => make('th', {scope: 'col'}, text);
    const range = ({best, worst}) => (best === worst ? String(best) : `${best}–${worst}`);
    return make(
      'table',
      {},
      make('caption', {}, words.robustness.caption, ranges.length > SHOWN ? ` (${SHOWN}/${ranges.length})` : ''),
      make('thead', {}, make('tr', {}, head(words.robustness.model), head(words.robustness.rank), head(words.robustness.range))),
      make(
        'tbody',
        {},
        ...ranges.slice(0, SHOWN).map((one) =>
          make('tr', {}, make('th', {scope: 'row', translate: 'no'}, name(one.id)), make('td', {}, String(one.rank)), make('td', {}, range(one))),
        ),
      ),
    );
  }

  /** "Weights that put X first". */
  #chooser(name, bestWeights) {
    const make = this.#make;
    const answer = make('span', {role: 'status'});
    const options = this.#models.map(({id}) => make('option', {value: id, translate: 'no'}, name(id)));
    const select = make('select', {autocomplete: 'off'}, ...options);
    const put = () => {
      const found = bestWeights(this.#models, this.#dimensions, select.value);
      if (found === undefined) answer.textContent = words.robustness.noScore(name(select.value));
      else if (found.lead < 0) answer.textContent = words.robustness.never(name(select.value), score(-found.lead));
      else this.#use(scaled(found.weights));
    };
    const button = make('button', {type: 'button', click: put}, words.robustness.put);
    return make('p', {class: 'put-first'}, make('label', {}, words.robustness.choose, ' ', select), ' ', button, ' ', answer);
  }
}
