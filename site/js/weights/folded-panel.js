// A panel that stays folded until a visitor looks; what it shows is made and computed only then: that takes long with many
// models. Unfolded it lies beside the table, or under it on a phone, so that the table stays in view; one at a time.
import {words} from '../words.js';

/** The place beside the table that a folded panel fills. @param details that it belongs to @param title its heading */
export const drawer = (make, details, title, ...content) => {
  const close = () => {
    details.open = false;
    details.querySelector('summary').focus();
  };
  const closer = make('button', {type: 'button', class: 'close', 'aria-label': words.close(title), click: close}, '×');
  const press = ({key}) => (key === 'Escape' ? close() : undefined);
  details.onkeydown = press;
  return make('div', {class: 'drawer'}, make('p', {class: 'drawer-head'}, make('strong', {}, title), closer), ...content);
};

export class FoldedPanel {
  #details;
  #title;
  #make;
  #makeInside;
  #compute;
  #state;

  /**
   * @param about {kind: a class for its looks, title, line beside the title}
   * @param compute told the state of the table whenever what the open panel shows may have changed
   * @param inside makes the elements below the title
   */
  constructor(root, make, {kind, title, line}, compute, inside) {
    this.#compute = compute;
    this.#makeInside = inside;
    this.#make = make;
    this.#title = title;
    this.#details = make(
      'details',
      {class: `weights ${kind}`, name: 'weights', toggle: () => this.refresh()},
      make('summary', {}, title, ' ', make('span', {class: 'quiet'}, line)),
    );
    root.append(this.#details);
  }

  show(state) {
    this.#state = state;
    this.refresh();
  }

  refresh() {
    if (!this.#details.open) return;
    if (this.#makeInside) this.#details.append(drawer(this.#make, this.#details, this.#title, ...this.#makeInside()));
    this.#makeInside = null;
    if (this.#state) this.#compute(this.#state);
  }
}
