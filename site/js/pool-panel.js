// The models that a visitor collected to compare: on a leaderboard a link to the compare page, there the choice itself.
import {selectOf} from './elements.js';
import {poolQuery, toggled} from './pool.js';
import {words} from './words.js';

export class PoolPanel {
  #root;
  #make;
  #names;
  #change;
  #address;
  #focusElsewhere;
  #pool = [];
  #weights = [];
  #heading;
  #list;
  #goOn;
  #clear;
  #add;

  /**
   * @param names of the models by id
   * @param change told {pool}
   * @param address of the compare page; null on that page itself
   * @param focusElsewhere puts the focus where a visitor goes on when the pool is gone
   */
  constructor(root, make, {names, change, address, focusElsewhere}) {
    this.#root = root;
    this.#make = make;
    this.#names = names;
    this.#change = (pool) => change({pool}, null);
    this.#address = address;
    this.#focusElsewhere = focusElsewhere;
    this.#heading = make('strong', {tabindex: '-1'}, words.pool);
    this.#list = make('ul', {class: 'pool-list'});
    this.#goOn = make('p', {class: 'pool-go'});
    this.#clear = make('button', {type: 'button', click: () => this.#clearAll()}, words.removeAll);
    root.setAttribute('role', 'group');
    root.setAttribute('aria-label', words.pool);
    root.append(this.#heading, this.#list, ...(address === null ? [this.#adder()] : []), this.#goOn, this.#clear);
  }

  /** @param weights parts of a query that take the visitor's weights along */
  show({pool}, weights = []) {
    this.#pool = pool;
    this.#weights = weights;
    this.#root.hidden = pool.length === 0 && this.#address !== null;
    this.#clear.hidden = pool.length === 0;
    this.#list.replaceChildren(...pool.map((id) => this.#item(id)));
    if (this.#address !== null) {
      this.#goOn.replaceChildren(pool.length > 1 ? this.#link() : words.oneMore);
      return;
    }
    for (const option of this.#add.options) option.disabled = option.value === '' || pool.includes(option.value);
    this.#add.value = '';
  }

  #link() {
    return this.#make('a', {href: this.#address + [poolQuery(this.#pool), ...this.#weights].join('&')}, words.compare(this.#pool.length));
  }

  #item(id) {
    const name = this.#names.get(id);
    const click = () => this.#remove(id);
    return this.#make('li', {}, name, ' ', this.#make('button', {type: 'button', 'aria-label': words.remove(name), click}, '×'));
  }

  /** The button that was pressed goes away; the focus stays nearby. */
  #remove(id) {
    const at = this.#pool.indexOf(id);
    this.#change(toggled(this.#pool, id));
    const next = this.#list.children[Math.min(at, this.#pool.length - 1)];
    if (next) next.querySelector('button').focus();
    else this.#focusNearby();
  }

  #clearAll() {
    this.#change([]);
    this.#focusNearby();
  }

  #focusNearby() {
    if (this.#root.hidden) this.#focusElsewhere();
    else this.#heading.focus();
  }

  #adder() {
    this.#add = selectOf(this.#make, [['', words.addChoice], ...this.#names], (id) => this.#change([...this.#pool, id]));
    return this.#make('p', {}, this.#make('label', {}, words.add, ' ', this.#add));
  }
}
