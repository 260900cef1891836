// Twenty short portraits, one at a time; the answers become weights, and the models whose profiles are most like them are named.
// Nothing is sent or stored.
import {correlation} from './profile-fit.js';
import {words} from '../words.js';
import {drawer} from './folded-panel.js';
import {mostAlike, quizWeights} from './quiz.js';

/** How many models the result names. */
const NAMED = 5;

export class QuizPanel {
  #make;
  #models;
  #portraits;
  #dimensions;
  #use;
  #share;
  #picture;
  #answers;
  #at = 0;
  #items;
  #back;
  #apply;
  #details;
  #remaining;
  #result;
  #byArrow = false;

  /**
   * @param models {id, name, scores}
   * @param use told the weights that the answers lead to
   * @param share copies a link to the view
   * @param picture saves a card of {title, rows: [{name, figure}]}
   */
  constructor(root, make, {models, dimensions, use, share, picture}) {
    this.#make = make;
    this.#models = models;
    this.#dimensions = dimensions;
    this.#use = use;
    this.#share = share;
    this.#picture = picture;
    this.#remaining = make('p', {class: 'quiet', role: 'status'});
    this.#apply = make('button', {type: 'button', disabled: true, click: () => this.#finish()}, words.quiz.apply);
    const summary = make('summary', {}, words.quiz.title, ' ', make('span', {class: 'quiet'}, words.quiz.about));
    this.#details = make('details', {class: 'weights quiz', name: 'weights', toggle: () => this.#unfold()}, summary);
    root.append(this.#details);
  }

  /** Twenty portraits with six answers each are made when somebody wants to see them. */
  #unfold() {
    if (this.#apply.isConnected || !this.#details.open) return;
    const make = this.#make;
    this.#portraits = words.quiz.portraits();
    this.#answers = this.#portraits.map(() => undefined);
    this.#items = this.#portraits.map((portrait, i) => this.#portrait(portrait, i));
    this.#back = make('button', {type: 'button', click: () => this.#go(this.#at - 1)}, words.quiz.back);
    this.#result = make('div', {class: 'quiz-result', role: 'status'});
    const list = make('ol', {class: 'portraits', keydown: ({key}) => (this.#byArrow = key.startsWith('Arrow'))}, ...this.#items);
    this.#details.append(
      drawer(
        make,
        this.#details,
        words.quiz.title,
        this.#result,
        make('p', {}, words.quiz.lead),
        list,
        this.#remaining,
        make('p', {class: 'actions'}, this.#back, ' ', this.#apply),
      ),
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
        change: () => this.#answer(i, k + 1),
      });
      return make('label', {}, radio, ' ', answer);
    });
    return make('li', {}, make('fieldset', {}, make('legend', {}, text), ...choices));
  }

  /** Goes on to the next one, but not under the arrow keys, which go through the answers. */
  #answer(i, answer) {
    this.#answers[i] = answer;
    if (this.#byArrow || i + 1 === this.#items.length) this.#show();
    else this.#go(i + 1);
  }

  #go(i) {
    this.#at = i;
    this.#show();
    this.#items[i].querySelector('input:checked, input').focus();
  }

  #show() {
    const left = this.#answers.filter((answer) => answer === undefined).length;
    this.#items.forEach((item, i) => (item.hidden = i !== this.#at));
    this.#back.disabled = this.#at === 0;
    this.#apply.disabled = this.#weights() === undefined;
    this.#remaining.textContent = left > 0 ? words.quiz.left(left) : this.#apply.disabled ? words.quiz.alike : words.quiz.ready;
  }

  #finish() {
    const make = this.#make;
    const weights = this.#weights();
    this.#use(weights);
    const names = new Map(this.#models.map(({id, name}) => [id, name]));
    const like = mostAlike(this.#models, this.#dimensions, weights, NAMED).map(({id, order}) => ({name: names.get(id), figure: correlation(order)}));
    const lines = like.map(({name, figure}) => make('li', {}, make('strong', {translate: 'no'}, name), ' ', make('span', {class: 'quiet'}, figure)));
    this.#result.replaceChildren(
      make('p', {}, words.quiz.like),
      make('ol', {}, ...lines),
      make('p', {class: 'quiet'}, words.quiz.scale),
      make('p', {}, make('button', {type: 'button', click: () => this.#share()}, words.copyLink), ' ', make('button', {type: 'button', click: () => this.#picture({title: words.quiz.like, rows: like})}, words.quiz.picture)),
    );
    this.#result.scrollIntoView({block: 'nearest'});
  }
}
