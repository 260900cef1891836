// Twenty short portraits; the answers become weights. Nothing is sent or stored.
import {words} from '../words.js';
import {quizWeights} from './quiz.js';

export class QuizPanel {
  #make;
  #portraits;
  #dimensions;
  #answers;
  #apply;
  #details;
  #remaining;

  /** @param use told the weights that the answers lead to */
  constructor(root, make, {dimensions, use}) {
    this.#make = make;
    this.#dimensions = dimensions;
    this.#remaining = make('p', {class: 'quiet', role: 'status'});
    this.#apply = make('button', {type: 'button', disabled: true, click: () => use(this.#weights())}, words.quiz.apply);
    const summary = make('summary', {}, words.quiz.title, ' ', make('span', {class: 'quiet'}, words.quiz.about));
    this.#details = make('details', {class: 'weights quiz', toggle: () => this.#unfold()}, summary);
    root.append(this.#details);
  }

  /** Twenty portraits with six answers each are made when somebody wants to see them. */
  #unfold() {
    if (this.#apply.isConnected || !this.#details.open) return;
    const make = this.#make;
    this.#portraits = words.quiz.portraits();
    this.#answers = this.#portraits.map(() => undefined);
    this.#details.append(
      make('p', {}, words.quiz.lead),
      make('ol', {class: 'portraits'}, ...this.#portraits.map((portrait, i) => this.#portrait(portrait, i))),
      this.#remaining,
      make('p', {}, this.#apply),
    );
    this.#show();
  }

  #weights() {
    return quizWeights(this.#portraits, this.#answers, this.#dimensions);
  }

  #portrait({text}, i) {
    const make = this.#make;
    const choices = words.quiz.answers.map((answer, k) => {
      const radio = make('input', {
        ...{type: 'radio', name: `portrait-${i}`, value: k + 1, autocomplete: 'off'},
        change: () => {
          this.#answers[i] = k + 1;
          this.#show();
        },
      });
      return make('label', {}, radio, ' ', answer);
    });
    return make('li', {}, make('fieldset', {}, make('legend', {}, text), ...choices));
  }

  #show() {
    const left = this.#answers.filter((answer) => answer === undefined).length;
    this.#apply.disabled = this.#weights() === undefined;
    this.#remaining.textContent = left > 0 ? words.quiz.left(left) : this.#apply.disabled ? words.quiz.alike : words.quiz.ready;
  }
}
