// Pictures that stand for themselves: with their colours, a legend, and where they come from.

/** What style sheets say of a picture and a file of its own has to say itself. */
const LOOKS = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'display', 'visibility'],
];

/** Letters of a font that go into its size, about. */
const NARROWNESS = 1.9;

/** A text in lines of at most so many letters; a longer word has a line of its own. */
export const wrapped = (text, letters) => {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
};

const dress = (shown, copy, style) => {
  const own = [shown, ...shown.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const looks = style(own[i]);
    for (const name of LOOKS) element.setAttribute(name, looks.getPropertyValue(name));
    for (const name of ['class', 'href', 'id', 'aria-labelledby']) element.removeAttribute(name);
  });
  return copy;
};

/**
 * A picture of a page as one of its own: {svg, size: {width, height}}.
 *
 * @param marks [{svg, name}], the legend that stands beside it; may be empty
 * @param texts lines below it, such as its caption and its source
 * @param tools {draw, style, paper, ink}
 */
export const standalone = (shown, marks, texts, {draw, style, paper, ink}) => {
  const {x, y, width, height} = shown.viewBox.baseVal;
  const size = Math.max(10, width / 48);
  const step = size * 1.5;
  const letters = Math.floor(((width - 2 * size) / size) * NARROWNESS);
  const lines = texts.filter(Boolean).flatMap((text) => wrapped(text, letters));
  const bottom = y + height + step;
  const text = (at, line, left = size) => draw('text', {x: x + left, y: at, 'font-size': size, 'font-family': 'sans-serif', fill: ink}, line);
  const legend = marks.flatMap(({svg, name}, i) => {
    const at = bottom + i * step;
    const mark = draw('g', {transform: `translate(${x + 1.5 * size} ${at - size * 0.35}) scale(${size / 14})`}, ...dress(svg, svg.cloneNode(true), style).childNodes);
    return [mark, text(at, name, 2.6 * size)];
  });
  const whole = {width, height: height + (marks.length + lines.length + 1) * step};
  const box = {x, y, ...whole};
  const copy = dress(shown, shown.cloneNode(true), style);
  copy.replaceChildren(
    draw('rect', {...box, fill: paper}),
    ...copy.childNodes,
    ...legend,
    ...lines.map((line, i) => text(bottom + (marks.length + i) * step, line)),
  );
  for (const [name, value] of Object.entries({viewBox: Object.values(box).join(' '), ...whole})) copy.setAttribute(name, value);
  return {svg: copy, size: whole};
};

/** A card to show others: a title, up to five names with a figure, and where it comes from. 1200 by 630, as sites preview links. */
export const card = ({title, rows, source}, {draw, paper, ink}) => {
  const text = (x, y, size, line, more = {}) => draw('text', {x, y, 'font-size': size, 'font-family': 'sans-serif', fill: ink, ...more}, line);
  const size = {width: 1200, height: 630};
  const svg = draw(
    'svg',
    {viewBox: '0 0 1200 630', ...size},
    draw('rect', {...size, fill: paper}),
    ...wrapped(title, 46).slice(0, 2).map((line, i) => text(72, 108 + 62 * i, 50, line, {'font-weight': 'bold'})),
    ...rows.slice(0, 5).flatMap(({name, figure}, i) => [
      text(72, 258 + 62 * i, 38, `${i + 1}. ${name.length > 40 ? `${name.slice(0, 39)}…` : name}`),
      text(1128, 258 + 62 * i, 38, figure, {'text-anchor': 'end'}),
    ]),
    text(72, 594, 24, source.length > 86 ? `${source.slice(0, 85)}…` : source, {'fill-opacity': 0.7}),
  );
  return {svg, size};
};
