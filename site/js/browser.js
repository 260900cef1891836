// The port: the only way from the scripts to the browser, its page, its address, its storage and its clock. Everything else
// is given what it needs of it.
import {maker} from './elements.js';
import {afterPaint, clock, nextTask} from './schedule.js';

const root = document.documentElement;

/** The address of this script; the others of the site lie beside it, wherever the page does. */
const own = document.currentScript.src;

/** Writes an entry of the history; what the address says of a place on the page stays. */
const entry = (write) => (query) => history[write](null, '', location.pathname + query + location.hash);

const fetched = async (path) => {
  const answer = await fetch(new URL(path, location.href));
  return answer.ok ? answer : null;
};

/** An element of a picture, of the same kind as the mark at the top of every page. */
const drawn = (tag, attributes, ...children) => {
  const element = document.createElementNS(document.querySelector('svg').namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export const port = {
  ...clock,
  afterPaint,
  nextTask,

  root,
  make: maker(document),
  draw: drawn,
  byId: (id) => document.getElementById(id),
  first: (selector) => document.querySelector(selector),
  all: (selector) => [...document.querySelectorAll(selector)],
  /** What another script of the page left for this one; undefined where there is none. */
  global: (name) => globalThis[name],
  title: () => document.title,
  height: () => innerHeight,
  isWide: (width) => matchMedia(`(min-width: ${width})`).matches,

  /** The address of a page that lies at a path from this one, with a query; servers leave the name of the first file out. */
  address(path, query) {
    const url = new URL(path, location.href);
    if (url.protocol !== 'file:') url.pathname = url.pathname.replace(/\/index\.html$/, '/');
    url.search = query;
    return url.href;
  },
  pathname: () => location.pathname,
  hash: () => location.hash,
  search: () => location.search,
  push: entry('pushState'),
  replace: entry('replaceState'),

  /** From a disk, browsers fetch nothing. */
  canFetch: () => location.protocol !== 'file:',
  /** A promise that another script of the site has run, by the name of its file. */
  script: (name) =>
    new Promise((load, fail) => {
      const script = document.createElement('script');
      script.src = new URL(name, own).href;
      script.addEventListener('load', load);
      script.addEventListener('error', () => fail(new Error(name)));
      document.head.append(script);
    }),
  /** The text of a file beside the page; null where there is none. */
  text: async (path) => (await fetched(path))?.text() ?? null,
  bytes: async (path) => {
    const buffer = await (await fetched(path))?.arrayBuffer();
    return buffer ? new Uint8Array(buffer) : null;
  },
  /** SHA-256 of bytes; null where the browser has none, as on a page without encryption. */
  digest: globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null,

  canCopy: () => navigator.clipboard !== undefined,
  copy: (text) => navigator.clipboard.writeText(text),

  /** Remembers a choice for other pages; where storage is forbidden it holds for this one. */
  remember(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Nothing to be done.
    }
  },

  /** Listens to the window: popstate, pagehide, beforeprint. */
  onWindow: (event, action) => addEventListener(event, action),
  /** Events by which the two scripts of a page talk. */
  listen: (event, action) => document.addEventListener(event, ({detail}) => action(detail)),
  dispatch: (event, detail) => document.dispatchEvent(new CustomEvent(event, {detail})),

  /** Tells what the page could not do; several things in one line. */
  notice(texts) {
    const line = document.getElementById('notice');
    if (!line) return;
    const text = texts.join(' ');
    if (line.textContent !== text) line.textContent = text;
    if (line.hidden !== (text === '')) line.hidden = !line.hidden;
  },
};
