// Published answers to one question side by side: which models, and only what they were read differently for.
import {codec, flagField, poolField} from '../state.js';
import {panelAddress} from './panel-address.js';

/** Readings as texts, such as "power expresses", of one answer. */
const readingsOf = (answer) => new Set(answer.readings.map(({dimension, label}) => `${dimension} ${label}`));

/** The readings that not all of the answers share: a set of "dimension label". */
export const disputed = (answers) => {
  const all = answers.map(readingsOf);
  const every = new Set(all.flatMap((one) => [...one]));
  return new Set([...every].filter((reading) => !all.every((one) => one.has(reading))));
};

/** How differently two answers were read: the number of readings that one has and the other has not. */
export const distance = (one, other) => disputed([one, other]).size;

/** {pool: the models that were chosen, differ: whether only what is disputed is shown} */
export const sideBySideCodec = codec([poolField, flagField({key: 'differ', name: 'differ'})]);

export class SideBySide {
  #answers;
  #words;
  #address;
  #state;
  #boxes;
  #differ;
  #count;
  #list;

  /**
   * @param root where the controls go
   * @param answers {element, model, name, readings: [{dimension, label, element}]}
   * @param port browser.js
   */
  constructor(root, make, answers, words, port) {
    this.#answers = answers;
    this.#words = words;
    this.#list = answers[0].element.parentNode;
    const names = new Map(answers.map((answer) => [answer.model, answer.name]));
    this.#address = panelAddress(sideBySideCodec, {models: [...names.keys()]}, port);
    const box = (change) => make('input', {type: 'checkbox', autocomplete: 'off', change});
    const pick = () => this.#change({pool: [...this.#boxes].filter(([, {checked}]) => checked).map(([model]) => model)});
    this.#boxes = new Map([...names.keys()].map((model) => [model, box(pick)]));
    this.#differ = box(() => this.#change({differ: this.#differ.checked}));
    this.#count = make('span', {class: 'count', role: 'status'});
    const labels = [...names].map(([model, name]) => make('label', {translate: 'no'}, this.#boxes.get(model), ' ', name));
    const reset = make('button', {type: 'button', click: () => this.#change(this.#address.initial())}, words.all);
    root.append(
      make('fieldset', {class: 'side-models'}, make('legend', {}, words.choose), ...labels),
      make('p', {class: 'actions'}, make('label', {}, this.#differ, ' ', words.differ), ' ', this.#count, ' ', reset),
    );
    root.hidden = false;
    this.#show(this.#address.read());
  }

  /** The visitor went back or forward. */
  restore() {
    this.#show(this.#address.reread());
  }

  #change(changes) {
    const state = {...this.#state, ...changes};
    this.#show(state);
    this.#address.record(state, null);
  }

  #show(state) {
    const {pool, differ} = state;
    this.#state = state;
    for (const [model, box] of this.#boxes) box.checked = pool.includes(model);
    this.#differ.checked = differ;
    const shown = this.#answers.filter((answer) => pool.length === 0 || pool.includes(answer.model));
    for (const answer of this.#answers) answer.element.hidden = !shown.includes(answer);
    this.#list.classList.toggle('chosen', pool.length > 1);
    const apart = disputed(shown);
    const only = differ && shown.length > 1;
    for (const {readings} of this.#answers) {
      for (const {dimension, label, element} of readings) element.hidden = only && !apart.has(`${dimension} ${label}`);
    }
    this.#list.classList.toggle('only-disputed', only);
    const count = this.#words.count(shown.length, this.#answers.length);
    this.#count.textContent = only && apart.size === 0 ? `${count}. ${this.#words.alike}` : count;
  }
}
