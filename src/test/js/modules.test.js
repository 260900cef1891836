// How the modules of the browser hang together.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';

const SITE = new URL('../../../site/js/', import.meta.url);
const TESTS = new URL('./', import.meta.url);
const IMPORT = /^import \{([^}]*)\} from '(\.[^']+)';/gm;

const read = (folder) =>
  new Map(
    readdirSync(folder, {recursive: true})
      .filter((name) => name.endsWith('.js'))
      .map((name) => [new URL(name.replaceAll('\\', '/'), folder).href, readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8')]),
  );

const modules = read(SITE);
const short = (address) => address.slice(SITE.href.length);

/** [{from, names}] of a module. */
const importsOf = (address, source) =>
  [...source.matchAll(IMPORT)].map(([, names, from]) => ({
    from: new URL(from, address).href,
    names: names.split(',').map((name) => name.trim().split(' as ')[0]),
  }));

/** The modules from this one to itself, one importing the next; undefined where there is no such circle. */
const circle = (address, path = [], done = new Set()) => {
  if (path.includes(address)) return [...path.slice(path.indexOf(address)), address].map(short);
  if (done.has(address)) return undefined;
  for (const {from} of importsOf(address, modules.get(address) ?? '')) {
    const found = circle(from, [...path, address], done);
    if (found) return found;
  }
  done.add(address);
  return undefined;
};

test('there are modules, and each import is of a module that exports it', () => {
  assert.ok(modules.size > 30);
  for (const [address, source] of modules) {
    for (const {from, names} of importsOf(address, source)) {
      const exporting = modules.get(from);
      assert.ok(exporting, `${short(address)} imports ${from}`);
      for (const name of names) assert.match(exporting, new RegExp(`^export (const|class|function) ${name}\\b`, 'm'), `${short(address)} imports ${name}`);
    }
  }
});

test('no modules import each other in a circle', () => {
  for (const address of modules.keys()) assert.equal(circle(address), undefined);
});

test('every import is used', () => {
  for (const [address, source] of modules) {
    const body = source.replaceAll(IMPORT, '');
    for (const name of importsOf(address, source).flatMap(({names}) => names)) assert.match(body, new RegExp(`\\b${name}\\b`), `${short(address)}: ${name}`);
  }
});

test('every export is used: by another module, or in its own and by a test', () => {
  const imported = (from) => new Set([...from].flatMap(([address, source]) => importsOf(address, source).flatMap((one) => one.names.map((name) => `${one.from} ${name}`))));
  const [bySite, byTests] = [imported(modules), imported(read(TESTS))];
  for (const [address, source] of modules) {
    for (const [, name] of source.matchAll(/^export (?:const|class|function) (\w+)/gm)) {
      const here = source.match(new RegExp(`\\b${name}\\b`, 'g')).length > 1;
      assert.ok(bySite.has(`${address} ${name}`) || (here && byTests.has(`${address} ${name}`)), `${short(address)}: ${name}`);
    }
  }
});

test('every module is part of a script of the pages', () => {
  const reached = new Set();
  const reach = (address) => {
    if (reached.has(address)) return;
    reached.add(address);
    importsOf(address, modules.get(address)).forEach(({from}) => reach(from));
  };
  for (const entry of ['main.js', 'pages.js', 'recompute/script.js', 'first.js']) reach(new URL(entry, SITE).href);
  assert.deepEqual([...modules.keys()].filter((address) => !reached.has(address)).map(short), []);
});

test('no module is long', () => {
  for (const [address, source] of modules) assert.ok(source.split('\n').length <= 300, short(address));
});

test('the files that docs/page-contract.md names are there', () => {
  const root = new URL('../../../', import.meta.url);
  const contract = readFileSync(new URL('docs/page-contract.md', root), 'utf8');
  const recipe = contract.split(/^## /m).find((section) => section.startsWith('Add a control in the browser'));
  const files = (text) => [...text.matchAll(/`((?:site|templates|data|src|docs)\/[\w./-]+\.(?:js|jte|java|yml|css|md))`/g)].map(([, file]) => file);
  assert.ok(files(recipe).length >= 5, 'the recipe lists its files');
  for (const file of files(contract)) assert.ok(existsSync(new URL(file, root)), file);
});
