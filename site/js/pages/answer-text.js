// Answers are often Markdown. What is plain in it (headings, bold words, bullets) is shown as such; everything stays text, and the
// marks of evidence stay where they are.

const MARKDOWN = /^#{1,6} |\*\*[^*\n]+\*\*|^ *[*-] /m;

/** Whether a text has anything to show. */
export const isMarkdown = (text) => MARKDOWN.test(text);

/** A text in pieces: {text, strong}. */
export const lightMarkdown = (text) => {
  const found = [];
  for (const line of text.split(/(?<=\n)/)) {
    const [, heading] = /^#{1,6} +(.*\n?)$/s.exec(line) ?? [];
    if (heading !== undefined) {
      found.push({text: heading.replaceAll('**', ''), strong: true});
      continue;
    }
    const parts = line.replace(/^( *)[*-] /, '$1• ').split(/\*\*([^*\n]+)\*\*/);
    parts.forEach((part, i) => part && found.push({text: part, strong: i % 2 === 1}));
  }
  return found;
};

/**
 * Shows an answer so, with a button that switches back to the text as it came.
 * @param answer the element; its texts and marks are its children
 * @param words {raw, shown}
 */
export const showMarkdown = (answer, make, words) => {
  if (!isMarkdown(answer.textContent)) return undefined;
  const asItCame = [...answer.childNodes].map((node) => node.cloneNode(true));
  const render = (node) => {
    if (node.nodeType !== 3) return [node.cloneNode(true)];
    return lightMarkdown(node.nodeValue).map(({text, strong}) => (strong ? make('strong', {}, text) : text));
  };
  const show = (raw) => {
    answer.replaceChildren(...(raw ? asItCame.map((node) => node.cloneNode(true)) : asItCame.flatMap(render)));
    button.textContent = raw ? words.shown : words.raw;
    button.setAttribute('aria-pressed', String(raw));
  };
  let isRaw = false;
  const button = make('button', {type: 'button', class: 'copy', click: () => show((isRaw = !isRaw))}, words.raw);
  show(false);
  return button;
};
