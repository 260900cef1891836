// The controls for weights: a list of presets, and for each dimension a switch, a slider and an exact number.
import {score} from '../format.js';
import {first} from '../rows.js';
import {drawer} from './folded-panel.js';
import {parseWeight, presetOf} from './weights.js';
import {words} from '../words.js';

const SLIDER_MAX = 5;

/** How many of the first models stand beside the weights. */
const TOP = 5;

export class WeightsPanel {
  #make;
  #page;
  #change;
  #settle;
  #names;
  #state;
  #controls = new Map();
  #choice;
  #note;
  #now;
  #first;
  #top = [];

  /**
   * @param names of the dimensions by id
   * @param change told {weights, preset} and the id of the field that is still moving, or null
   * @param settle told when that field was let go
   */
  constructor(root, make, {page, names, change, settle}) {
    this.#make = make;
    this.#page = page;
    this.#change = change;
    this.#settle = settle;
    this.#names = names;
    this.#now = make('span', {class: 'quiet'});
    const summary = make('summary', {}, words.weights, ' ', this.#now);
    this.details = make('details', {class: 'weights', name: 'weights', toggle: () => this.#unfold()}, summary);
    root.append(this.details);
    root.hidden = false;
  }

  /** The controls are made when they are first looked at: they are many, and most visitors only read the table. */
  #unfold() {
    if (this.#choice && this.details.open) this.#showTop();
    if (this.#choice || !this.details.open) return;
    const make = this.#make;
    const {dimensions} = this.#page;
    this.#choice = this.#choices();
    this.#note = make('p', {class: 'quiet'});
    this.#first = make('ol', {class: 'top-five', 'aria-label': words.topFive});
    this.details.append(
      drawer(
        make,
        this.details,
        words.weights,
        this.#first,
        make('p', {}, make('label', {}, words.startFrom, ' ', this.#choice)),
        this.#note,
        make('ul', {class: 'weight-list'}, ...dimensions.map((id) => this.#row(id, this.#names.get(id) ?? id))),
        make('p', {class: 'quiet'}, words.missingRule),
      ),
    );
    this.#showTop();
    this.show(this.#state);
  }

  /** The models of the best ranks, beside the weights that put them there. @param entries of the table; none where nobody is first */
  showFirst(entries) {
    this.#top = first(entries, TOP);
    if (this.#first && this.details.open) this.#showTop();
  }

  #showTop() {
    const make = this.#make;
    const line = ({row, score: value}) =>
      make('li', {}, make('span', {translate: 'no'}, row.name), ' ', make('span', {class: 'figure'}, score(value)));
    this.#first.replaceChildren(...this.#top.map(line));
    this.#first.hidden = this.#top.length === 0;
  }

  /** Shows the weights of a state; the field that has the focus keeps what is being typed. */
  show(state) {
    this.#state = state;
    const preset = this.#page.presets.get(state.preset);
    const name = state.preset === 'equal' ? words.equalWeights : (preset?.name ?? words.ownWeights);
    this.#now.textContent = words.weightsNow(name);
    // What is usual need not be said beside a folded panel.
    this.#now.hidden = state.preset === 'equal';
    if (!this.#choice) return;
    this.#choice.value = state.preset ?? '';
    this.#note.textContent = preset?.note ?? (state.preset?.startsWith('culture.') ? words.cultureNote : '');
    this.#note.hidden = this.#note.textContent === '';
    for (const [id, {box, slider, field}] of this.#controls) {
      const weight = state.weights[id];
      box.checked = weight > 0;
      if (slider.value !== String(weight)) slider.value = String(weight);
      if (parseWeight(field.value) !== weight) field.value = String(weight);
    }
  }

  #choices() {
    const sections = new Map();
    for (const [id, preset] of this.#page.presets) {
      const option = this.#make('option', {value: id}, id === 'equal' ? words.equalWeights : preset.name);
      sections.set(preset.section, [...(sections.get(preset.section) ?? []), option]);
    }
    const groups = [...sections].map(([section, options]) =>
      this.#make('optgroup', {label: words.sections[section] ?? section}, ...options),
    );
    const own = this.#make('option', {value: '', disabled: true}, words.ownWeights);
    const choose = () => {
      const {weights} = this.#page.presets.get(this.#choice.value);
      this.#change({weights: {...weights}, preset: this.#choice.value}, null);
    };
    return this.#make('select', {autocomplete: 'off', change: choose}, own, ...groups);
  }

  #row(id, name) {
    const make = this.#make;
    let before = 1;
    const toggle = () => {
      if (!box.checked) before = this.#state.weights[id];
      this.#set(id, box.checked ? before : 0, null);
    };
    const drag = () => this.#set(id, parseWeight(slider.value), `slider ${id}`);
    const type = () => {
      const weight = parseWeight(field.value);
      field.setAttribute('aria-invalid', String(weight === undefined));
      if (weight !== undefined) this.#set(id, weight, `field ${id}`);
    };
    const leave = () => {
      field.removeAttribute('aria-invalid');
      field.value = String(this.#state.weights[id]);
      this.#settle();
    };
    const box = make('input', {type: 'checkbox', autocomplete: 'off', 'aria-label': words.countValue(name), change: toggle});
    const slider = make('input', {
      ...{type: 'range', min: 0, max: SLIDER_MAX, step: 0.1, autocomplete: 'off'},
      ...{'aria-label': words.weightOf(name), input: drag, change: () => this.#settle()},
    });
    const field = make('input', {
      ...{type: 'number', min: 0, max: 100, step: 'any', autocomplete: 'off'},
      ...{'aria-label': words.weightOfExact(name), input: type, change: leave},
    });
    this.#controls.set(id, {box, slider, field});
    return make('li', {}, make('label', {}, box, make('span', {}, name)), slider, field);
  }

  #set(id, weight, from) {
    const weights = {...this.#state.weights, [id]: weight};
    this.#change({weights, preset: presetOf(weights, this.#page.presets)}, from);
  }
}
