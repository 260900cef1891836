// The chosen models on one value system, drawn: a line for each value with a mark for each model, or a radar. The axis
// is 0 to 100 for every model and every system. The table below says the same in figures.
import {score} from '../format.js';

/** Colours of the models, the best told apart first; more of them share. */
const TONES = '0213546';
const SERIES = TONES.length;

const tone = (i) => `tone-${TONES[i % SERIES]}`;
const TOP = 26;

/** Where things stand: names beside the lines, or on a phone, where writing would shrink with the picture, above them. */
const WIDE = {width: 640, left: 210, line: 30, above: 0, radius: 120, letters: 40};
const NARROW = {width: 360, left: 14, line: 46, above: 9, radius: 62, letters: 13};

/** A name in one line, or in two where it is longer than there is room. */
const linesOf = (name, letters) => (name.length > letters ? name.split(/ (?=& )|(?<!&) (?=\S+$)/) : [name]);

/** @param tools {isWide() whether the window is wider than a phone, draw(tag, attributes, ...children) for SVG, built(figure) told of the new one, symbol(i) and polygon(points [{angle, radius}]) as paths} */
export class Chart {
  #make;
  #tools;
  #words;
  #root;
  #before;
  #name;
  #figure;
  #legend;
  #caption;
  #kind = 'dots';
  #shown;

  /**
   * @param before the element that the chart stands before
   * @param words as words.js has them below chart
   */
  constructor(before, make, tools, words, name) {
    this.#make = make;
    this.#words = words;
    this.#tools = tools;
    this.#before = before;
    this.#name = name;
  }

  hide() {
    if (this.#root) this.#root.hidden = true;
  }

  #build() {
    const make = this.#make;
    this.#figure = make('div', {class: 'chart'});
    this.#legend = make('ul', {class: 'legend'});
    const choose = (kind) =>
      make('label', {}, make('input', {
        ...{type: 'radio', name: `chart-${this.#name}`, value: kind, checked: kind === this.#kind, autocomplete: 'off'},
        change: () => {
          this.#kind = kind;
          this.#draw();
        },
      }), ' ', this.#words[kind]);
    this.#root = make(
      'figure',
      {class: 'compare-chart'},
      make('fieldset', {class: 'chart-kind'}, make('legend', {class: 'unseen'}, this.#words.kind), choose('dots'), choose('radar')),
      this.#legend,
      this.#figure,
      (this.#caption = make('figcaption', {class: 'quiet'})),
    );
    this.#before.before(this.#root);
    this.#tools.built(this.#root);
  }

  /**
   * @param models [{name, values: {key: {value, low, high}}, doors(key) to the answers behind a value, undefined for none}]
   * @param columns [{key, label, href of the value, undefined for none}]
   * @param sentence what the picture shows
   */
  show(models, columns, sentence) {
    if (models.length < 2) return this.hide();
    if (!this.#root) this.#build();
    this.#root.hidden = false;
    this.#shown = {models, columns, sentence};
    this.#draw();
  }

  #draw() {
    const {models, columns, sentence} = this.#shown;
    const {draw} = this.#tools;
    const place = this.#tools.isWide() ? WIDE : NARROW;
    this.#legend.replaceChildren(...models.map(({name}, i) => this.#entry(name, i)));
    const wide = this.#kind === 'dots';
    const height = wide ? TOP + columns.length * place.line + 10 : 2 * place.radius + 90;
    const svg = draw('svg', {viewBox: `0 0 ${place.width} ${height}`, role: columns.some(({href}) => href) ? 'group' : 'img', 'aria-label': sentence});
    svg.append(...(wide ? this.#dots(models, columns, height, place) : this.#radar(models, columns, height, place)));
    this.#figure.replaceChildren(svg);
    this.#caption.textContent = svg.querySelector('.whisker') ? this.#words.axisIntervals : this.#words.axis;
  }

  /** A mark or a name that leads somewhere. */
  #leading(href, element, name) {
    if (!href) return element;
    return this.#tools.draw('a', {href, ...(name ? {'aria-label': name} : {})}, element);
  }

  #entry(name, i) {
    const {draw, symbol} = this.#tools;
    const mark = draw('svg', {viewBox: '-8 -8 16 16', width: 16, height: 16, 'aria-hidden': 'true'}, draw('path', {class: tone(i), d: symbol(i)}));
    return this.#make('li', {translate: 'no'}, mark, ' ', name);
  }

  #dots(models, columns, height, place) {
    const {draw, symbol} = this.#tools;
    const x = (value) => place.left + (value / 100) * (place.width - place.left - 20);
    const parts = [0, 25, 50, 75, 100].flatMap((at) => [
      draw('line', {class: 'grid', x1: x(at), x2: x(at), y1: TOP - 6, y2: height - 8}),
      draw('text', {class: 'tick', x: x(at), y: 12, 'text-anchor': 'middle'}, String(at)),
    ]);
    columns.forEach(({key, label, href}, row) => {
      const y = TOP + (row + 0.5) * place.line + place.above;
      const known = models.map((model, i) => ({i, at: model.values[key]})).filter(({at}) => at?.value !== undefined);
      const values = known.map(({at}) => at.value);
      parts.push(this.#leading(href, draw('text', {class: 'label', ...(place.above ? {x: 4, y: y - 15} : {x: place.left - 14, y: y + 4, 'text-anchor': 'end'})}, label)));
      if (known.length > 0) {
        parts.push(draw('line', {class: 'span', x1: x(Math.min(...values)), x2: x(Math.max(...values)), y1: y, y2: y}));
      }
      known.forEach(({i, at}) => {
        const shift = models.length > 1 ? ((i % SERIES) / Math.min(models.length - 1, SERIES - 1) - 0.5) * 12 : 0;
        if (at.low !== undefined) {
          parts.push(draw('line', {class: `whisker ${tone(i)}`, x1: x(at.low), x2: x(at.high), y1: y + shift, y2: y + shift}));
        }
        const mark = draw('path', {class: tone(i), d: symbol(i), transform: `translate(${x(at.value)} ${y + shift})`});
        const said = `${models[i].name}, ${label}: ${score(at.value)}`;
        mark.append(draw('title', {}, said));
        parts.push(this.#leading(models[i].doors(key), mark, said));
      });
    });
    return parts;
  }

  #radar(models, columns, height, {width, radius, letters}) {
    const {draw, polygon} = this.#tools;
    const angle = (k) => (2 * Math.PI * k) / columns.length;
    const middle = draw('g', {transform: `translate(${width / 2} ${height / 2})`});
    for (const ring of [25, 50, 75, 100]) middle.append(draw('circle', {class: 'grid', r: (ring / 100) * radius}));
    columns.forEach(({label, href}, k) => {
      const [sin, cos] = [Math.sin(angle(k)), Math.cos(angle(k))];
      middle.append(
        draw('line', {class: 'grid', x1: 0, y1: 0, x2: radius * sin, y2: -radius * cos}),
        this.#leading(href, draw('g', {}, ...linesOf(label, letters).map((line, i, all) =>
          draw('text', {
            ...{class: 'label', x: (radius + 8) * sin, y: -(radius + 12) * cos + 4 + (i - ((1 + cos) * (all.length - 1)) / 2) * 15},
            'text-anchor': Math.abs(sin) < 0.1 ? 'middle' : sin > 0 ? 'start' : 'end',
          }, line),
        ))),
      );
    });
    models.forEach((model, i) => {
      if (columns.some(({key}) => model.values[key]?.value === undefined)) return;
      const points = columns.map(({key}, k) => ({angle: angle(k), radius: (model.values[key].value / 100) * radius}));
      middle.append(draw('path', {class: `area ${tone(i)}`, d: polygon(points)}));
    });
    return [middle];
  }
}
