// Whether the weights decide who is first: rank ranges under nearby weights, who else could be first, and the weights
// that put a model first. Worked out when a visitor looks, because it takes long with many models.
import {score} from '../format.js';
import {bestWeights, possibleFirsts, rankRanges} from '../robustness.js';
import {words} from '../words.js';
import {Folded} from './folded.js';

/** With more models than this the visitor is asked before the browser is kept busy. */
const AT_ONCE = 60;
const SHOWN = 10;

/** Weights of a sum of 1 with mean 1 instead, as the controls show them. */
const scaled = (weights) => {
  const ids = Object.keys(weights);
  return Object.fromEntries(ids.map((id) => [id, Math.round(weights[id] * ids.length * 1000) / 1000]));
};

export class MattersPanel {
  #make;
  #models;
  #dimensions;
  #names;
  #use;
  #folded;
  #body;
  #firsts;

  /**
   * @param models {id, name, scores}
   * @param use told weights that the visitor wants to see
   */
  constructor(root, make, {models, dimensions, use}) {
    this.#make = make;
    this.#models = models;
    this.#dimensions = dimensions;
    this.#names = new Map(models.map(({id, name}) => [id, name]));
    this.#use = use;
    this.#body = make('div', {class: 'matters-body'});
    const about = {kind: 'matters', title: words.matters.title, line: words.matters.about};
    this.#folded = new Folded(root, make, about, ({weights}) => this.#work(weights), () => [this.#body]);
  }

  show(state) {
    this.#folded.show(state);
  }

  #work(weights) {
    if (this.#models.length > AT_ONCE) this.#body.replaceChildren(this.#ask(weights));
    else this.#answer(weights);
  }

  #ask(weights) {
    return this.#make('button', {type: 'button', click: () => this.#answer(weights)}, words.matters.work(this.#models.length));
  }

  #answer(weights) {
    const stands = rankRanges(this.#models, this.#dimensions, weights);
    if (stands.length < 2) {
      this.#body.replaceChildren(words.matters.tooFew);
      return;
    }
    this.#firsts ??= possibleFirsts(this.#models, this.#dimensions);
    const name = (id) => this.#names.get(id);
    const rivals = stands.filter((stand) => stand.best === 1);
    this.#body.replaceChildren(
      this.#make('p', {}, words.matters.firsts(this.#firsts.length, stands.length, words.list(this.#firsts.slice(0, SHOWN).map(name)))),
      this.#make('p', {}, rivals.length === 1 ? words.matters.stays(name(rivals[0].id)) : words.matters.rivals(words.list(rivals.slice(0, SHOWN).map(({id}) => name(id))))),
      this.#table(stands.slice(0, SHOWN), name),
      this.#chooser(name),
    );
  }

  #table(stands, name) {
    const make = this.#make;
    const head = (text) => make('th', {scope: 'col'}, text);
    const range = ({best, worst}) => (best === worst ? String(best) : `${best}–${worst}`);
    return make(
      'table',
      {},
      make('caption', {}, words.matters.caption),
      make('thead', {}, make('tr', {}, head(words.matters.model), head(words.matters.rank), head(words.matters.range))),
      make(
        'tbody',
        {},
        ...stands.map((stand) =>
          make('tr', {}, make('th', {scope: 'row', translate: 'no'}, name(stand.id)), make('td', {}, String(stand.rank)), make('td', {}, range(stand))),
        ),
      ),
    );
  }

  /** "Weights that put X first". */
  #chooser(name) {
    const make = this.#make;
    const said = make('span', {role: 'status'});
    const options = this.#models.map(({id}) => make('option', {value: id, translate: 'no'}, name(id)));
    const select = make('select', {autocomplete: 'off'}, ...options);
    const put = () => {
      const found = bestWeights(this.#models, this.#dimensions, select.value);
      if (found === undefined) said.textContent = words.matters.noScore(name(select.value));
      else if (found.lead < 0) said.textContent = words.matters.never(name(select.value), score(-found.lead));
      else this.#use(scaled(found.weights));
    };
    const button = make('button', {type: 'button', click: put}, words.matters.put);
    return make('p', {class: 'put-first'}, make('label', {}, words.matters.choose, ' ', select), ' ', button, ' ', said);
  }
}
