// Whose profile is most like a target, beside the weighted mean: where more is not better, a model that shows much of
// everything has a high mean and yet need not be like anybody. The target is an order that people agree on, or the weights
// as they stand, be they the visitor's own, a proposal or a culture.
import {signed} from '../format.js';
import {selectOf} from '../elements.js';
import {words} from '../words.js';
import {FoldedPanel} from './folded-panel.js';
import {correlation, orderTarget, profileFits} from './profile-fit.js';

const SHOWN = 20;
const WEIGHTS = 'weights';

export class ProfileFitPanel {
  #make;
  #models;
  #dimensions;
  #names;
  #orders;
  #targets;
  #chance;
  #folded;
  #choice;
  #body;

  /**
   * @param models {id, name, scores}
   * @param names of the dimensions by id
   * @param orders {id, name, order} of dimensions, the most important first
   * @param chance the least correlation that chance alone seldom produces; null when any may be chance
   */
  constructor(root, make, {models, dimensions, names, orders, chance}) {
    this.#make = make;
    this.#models = models;
    this.#dimensions = dimensions;
    this.#names = names;
    this.#orders = orders;
    this.#chance = chance;
    this.#folded = new FoldedPanel(
      root,
      make,
      {kind: 'fit', title: words.fit.title, line: words.fit.about},
      ({weights}) => this.#compute(weights),
      () => this.#inside(),
    );
  }

  #inside() {
    const make = this.#make;
    this.#targets = new Map(this.#orders.map(({id, order}) => [id, orderTarget(order)]));
    const targets = [...this.#orders.map(({id, name}) => [id, name]), [WEIGHTS, words.fit.weights]];
    this.#choice = selectOf(make, targets, () => this.#folded.refresh());
    this.#body = make('div', {});
    return [make('p', {}, words.fit.lead), make('p', {}, make('label', {}, words.fit.target, ' ', this.#choice)), this.#body];
  }

  show(state) {
    this.#folded.show(state);
  }

  #compute(weights) {
    const ordered = this.#targets.get(this.#choice.value);
    const fits = profileFits(this.#models, this.#dimensions, ordered ?? weights);
    const n = this.#dimensions.length;
    const chance = this.#chance === null ? words.fit.anyIsChance(n) : words.fit.chance(n, correlation(this.#chance));
    if (fits.length === 0) this.#body.replaceChildren(this.#make('p', {}, words.fit.alike));
    else this.#body.replaceChildren(this.#table(fits, ordered !== undefined), this.#make('p', {class: 'quiet'}, chance));
  }

  #table(fits, orderOnly) {
    const make = this.#make;
    const heads = [words.fit.model, words.fit.order, ...(orderOnly ? [] : [words.fit.shape]), words.fit.above, words.fit.below];
    return make(
      'div',
      {class: 'scroller', tabindex: 0, role: 'region', 'aria-label': words.fit.title},
      make(
        'table',
        {},
        make('caption', {}, words.fit.caption(Math.min(SHOWN, fits.length), fits.length)),
        make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', {scope: 'col'}, head)))),
        make('tbody', {}, ...fits.slice(0, SHOWN).map((fit) => this.#row(fit, orderOnly))),
      ),
    );
  }

  #row({id, order, shape, centred}, orderOnly) {
    const {name} = this.#models.find((model) => model.id === id);
    const make = this.#make;
    const figure = (value) => make('td', {class: 'number'}, correlation(value));
    const place = centred.map((value, i) => ({value, name: this.#names.get(this.#dimensions[i])}));
    const extreme = (sign) => {
      const most = place.reduce((a, b) => (sign * b.value > sign * a.value ? b : a));
      return make('td', {}, words.fit.distance(most.name, signed(most.value)));
    };
    return make(
      'tr',
      {},
      make('th', {scope: 'row', translate: 'no'}, name),
      figure(order),
      ...(orderOnly ? [] : [figure(shape)]),
      extreme(1),
      extreme(-1),
    );
  }
}
