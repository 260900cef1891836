// A row of a leaderboard table on the page: shows what an arrangement says of its model, with as few changes as will do.
import {rankChange, score as scoreText} from '../format.js';
import {words} from '../words.js';

const write = (text, value) => {
  if (text.nodeValue !== value) text.nodeValue = value;
};

export class RowView {
  #make;
  #hasRank;
  #score;
  #bar;
  #rank;
  #found = false;
  #ownRank;
  #shown = 'published';
  #hidden = false;
  #picked = false;
  #pick;

  /** @param hasRank whether a rank was published, which one under own weights is held against */
  constructor(element, make, hasRank) {
    this.#make = make;
    this.#hasRank = hasRank;
    this.element = element;
  }

  /** What the row came with; found before it shows anything else. */
  #find() {
    const cell = (key) => this.element.querySelector(`[data-key="${key}"]`);
    const score = cell('score');
    const figure = (score?.querySelector('.figure') ?? score)?.firstChild;
    if (figure) this.#score = {text: figure, published: figure.nodeValue};
    const bar = score?.querySelector('.bar-value');
    if (bar) this.#bar = {element: bar, published: bar.getAttribute('width')};
    const rank = cell('rank');
    if (rank) this.#rank = {element: rank, published: [...rank.childNodes]};
    this.#found = true;
  }

  /** Adds the box that takes the model into the pool. */
  addPick(name, change) {
    this.#pick = this.#make('input', {type: 'checkbox', autocomplete: 'off', 'aria-label': words.pick(name), change});
    this.#pick.checked = this.#picked;
    const model = this.element.querySelector('[data-key=model]') ?? this.element.querySelector('th') ?? this.element.cells[0];
    model.prepend(this.#make('label', {class: 'pick'}, this.#pick));
  }

  /** Shows or hides the row and marks it as picked; whether it came or went. */
  mark(shown, picked) {
    // Also where it is marked so already: the visitor may have pressed the box.
    if (this.#pick && this.#pick.checked !== picked) this.#pick.checked = picked;
    if (this.#picked !== picked) this.element.classList.toggle('picked', picked);
    this.#picked = picked;
    const changes = this.#hidden === shown;
    if (changes) this.element.hidden = !shown;
    this.#hidden = !shown;
    return changes;
  }

  /** Shows score and rank; as the page came, or under weights of the visitor's. */
  show(entry, asPublished) {
    const wanted = asPublished ? 'published' : `${entry.score} ${entry.rank}`;
    if (this.#shown === wanted) return;
    if (!this.#found) this.#find();
    if (this.#score) write(this.#score.text, asPublished ? this.#score.published : scoreText(entry.score));
    if (this.#bar) this.#bar.element.setAttribute('width', asPublished ? this.#bar.published : (entry.score ?? 0));
    if (this.#rank && asPublished) this.#rank.element.replaceChildren(...this.#rank.published);
    else if (this.#rank) this.#showRank(entry);
    this.#shown = wanted;
  }

  #showRank({publishedRank, rank}) {
    const own = (this.#ownRank ??= this.#rankNodes());
    const change = this.#hasRank ? rankChange(publishedRank, rank) : null;
    write(own.rank, rank === null ? '–' : `${rank} `);
    write(own.moved.firstChild, change?.text ?? '');
    own.moved.className = change?.places > 0 ? 'moved up' : 'moved down';
    write(own.spoken.firstChild, change ? words.moved(change.places) : '');
    if (this.#shown === 'published') this.#rank.element.replaceChildren(own.rank, own.moved, own.spoken);
  }

  #rankNodes() {
    const make = this.#make;
    return {
      rank: make('span', {}, '–').firstChild,
      moved: make('span', {class: 'moved', 'aria-hidden': 'true'}, ''),
      spoken: make('span', {class: 'unseen'}, ''),
    };
  }
}
