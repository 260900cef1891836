import assert from 'node:assert/strict';
import {test} from 'node:test';
import {boardCodec, weightsQuery} from '../../../site/js/board/board-state.js';
import {CASE_FILTERS, ITEM_FILTERS} from '../../../site/js/filters.js';
import {formulaCodec} from '../../../site/js/pages/formula-panel.js';
import {listCodec} from '../../../site/js/pages/list-panel.js';
import {sideBySideCodec} from '../../../site/js/pages/side-by-side.js';
import {presets} from '../../../site/js/weights/weights.js';

const {initial, mergeInto, read, write} = boardCodec;

const dimensions = ['power', 'security', 'self-direction'];
const page = {
  presets: presets({
    dimensions: dimensions.map((id) => ({id})),
    groups: [{id: 'conservation', name: 'Conservation', dimensions: ['security']}],
    series: [{id: 'w', name: 'W', cultures: [{id: 'w/CN', name: 'China', scores: [1, 2, 3]}]}],
  }),
  dimensions,
  columns: ['rank', 'model', 'score', 'dim:power', 'dim:security', 'dim:self-direction'],
  models: ['o3-mini', 'gpt-4o', 'a,b', '../../x', '100%'],
  choices: {developer: ['Müller & Co', 'X'], country: ['CN', 'FR']},
};
const state = (changes) => ({...initial(page), ...changes});
const weights = (power, security, selfDirection) => ({power, security, 'self-direction': selfDirection});

test('as published is the empty URL', () => {
  assert.equal(write(initial(page), page), '');
  assert.deepEqual(read('', page), {state: initial(page), unknown: []});
});

const written = [
  [state({weights: weights(0, 1, 2.5), preset: null}), '?w.power=0&w.self-direction=2.5'],
  [state({weights: weights(0, 3, 0), preset: null}), '?w=0&w.security=3'],
  [state({weights: weights(2, 2, 2), preset: null}), '?w=2'],
  [state({weights: weights(0, 1, 0), preset: 'group.conservation'}), '?weights=group.conservation'],
  [state({weights: weights(0.5, 1, 1.5), preset: 'culture.w/CN'}), '?weights=culture.w%2FCN'],
  [state({sort: {key: 'dim:power', descending: true}}), '?sort=-dim:power'],
  [state({sort: {key: 'model', descending: false}}), '?sort=model'],
  [state({query: 'a b&c=d #é+'}), '?q=a+b%26c%3Dd+%23%C3%A9%2B'],
  [state({developer: 'Müller & Co', country: 'FR'}), '?dev=M%C3%BCller+%26+Co&country=FR'],
  [state({open: 'false', reasoning: 'true', complete: true}), '?open=false&reasoning=true&complete=1'],
  [state({pool: ['gpt-4o', 'o3-mini']}), '?m=gpt-4o,o3-mini'],
  [state({pool: ['a,b', '../../x', '100%']}), '?m=a%2Cb,..%2F..%2Fx,100%25'],
];
for (const [value, url] of written) {
  test(`a state is written short and read back the same: ${url}`, () => {
    assert.equal(write(value, page), url);
    assert.deepEqual(read(url, page), {state: value, unknown: []});
  });
}

test('everything at once survives the round trip', () => {
  const all = state({
    preset: null, weights: weights(0.125, 7, 1), sort: {key: 'score', descending: false}, query: '<img onerror>',
    developer: 'X', country: 'CN', open: 'true', reasoning: 'false', complete: true, pool: ['o3-mini', 'a,b'],
  });
  assert.deepEqual(read(write(all, page), page), {state: all, unknown: []});
});

const wrong = [
  ['?m=o3-mini,GPT-4O', 'model', 'GPT-4O', {pool: ['o3-mini']}],
  ['?weights=group.none', 'weights', 'group.none', {}],
  ['?w.courage=2', 'dimension', 'courage', {}],
  ['?w.power=-3', 'weight', '-3', {}],
  ['?w=1e9', 'weight', '1e9', {}],
  ['?sort=-price', 'column', 'price', {}],
  ['?dev=Nobody', 'developer', 'Nobody', {}],
  ['?country=ZZ', 'country', 'ZZ', {}],
  ['?open=perhaps', 'open', 'perhaps', {}],
  ['?reasoning=1', 'reasoning', '1', {}],
  ['?w.__proto__=2', 'dimension', '__proto__', {}],
];
for (const [url, kind, value, rest] of wrong) {
  test(`what the page does not know is named and left out: ${url}`, () => {
    assert.deepEqual(read(url, page), {state: state(rest), unknown: [{kind, value}]});
  });
}

test('columns that are left out at first come by name, and others go', () => {
  const folding = {...page, columns: [...page.columns, 'country', 'licence'], folded: ['country', 'licence']};
  assert.equal(write(initial(folding), folding), '');
  const {state: seen} = read('?hide=dim:power&show=licence', folding);
  assert.deepEqual(seen.hidden, ['dim:power', 'country']);
  assert.equal(write(seen, folding), '?hide=dim:power&show=licence');
});

test('weights go to another page as those that are not 1', () => {
  assert.deepEqual(weightsQuery({power: 0, security: 1, 'schwartz/hedonism': 2.5}), ['w.power=0', 'w.hedonism=2.5']);
});

test('a wrong part leaves the others standing', () => {
  const {state: found, unknown} = read('?sort=nothing&w.power=2&m=zzz,gpt-4o&q=x', page);
  assert.deepEqual(found, state({preset: null, weights: weights(2, 1, 1), query: 'x', pool: ['gpt-4o']}));
  assert.deepEqual(unknown.map((one) => one.kind), ['column', 'model']);
});

test('parameters of others are ignored and broken encoding does no harm', () => {
  assert.deepEqual(read('?utm_source=x&constructor=1&=&&toString', page), {state: initial(page), unknown: []});
  assert.equal(read('?q=%E0%A4%A', page).state.query, '%E0%A4%A');
  assert.equal(write(state({query: '\uD800x'}), page), '?q=%EF%BF%BDx');
});

test('commas between models may arrive encoded, and a model counts once', () => {
  assert.deepEqual(read('?m=gpt-4o%2Co3-mini,gpt-4o', page).state.pool, ['gpt-4o', 'o3-mini']);
});

test('own weights that equal a preset are read as that preset', () => {
  assert.equal(read('?w.power=0&w.self-direction=0', page).state.preset, 'group.conservation');
  assert.equal(read('?w=1', page).state.preset, 'equal');
});

test('a state does not share its weights with the preset it came from', () => {
  read('?weights=group.conservation', page).state.weights.power = 9;
  initial(page).weights.power = 9;
  assert.equal(page.presets.get('group.conservation').weights.power, 0);
  assert.equal(page.presets.get('equal').weights.power, 1);
});

test('everything that a link to a leaderboard may say is still read', () => {
  const known = {...page, choices: {...page.choices, family: ['o']}};
  const link =
    '?w=0&w.power=2&sort=-dim:power&q=%C3%A9lan+x&dev=X&family=o&country=FR&open=true&reasoning=false&hide=dim:security&complete=1&m=o3-mini,a%2Cb';
  assert.deepEqual(read(link, known), {
    state: {
      preset: null, weights: weights(2, 0, 0), sort: {key: 'dim:power', descending: true}, query: 'élan x',
      developer: 'X', family: 'o', country: 'FR', open: 'true', reasoning: 'false', complete: true, hidden: ['dim:security'], pool: ['o3-mini', 'a,b'],
    },
    unknown: [],
  });
});

const items = listCodec(ITEM_FILTERS, ['least', 'id']);
const itemPage = {
  choices: {dimension: ['Power'], category: ['work'], origin: ['adaem'], first: ['2026-10'], regions: ['Europe'], years: ['1989'], anchor: ['1']},
};
const itemLink = '?q=free+museums&dimension=Power&category=work&origin=adaem&first=2026-10&regions=Europe&years=1989&carried=1&order=least';

test('a link to a list of items is read, in whatever order it was written, and written in one', () => {
  const wanted = {
    query: 'free museums', dimension: 'Power', category: 'work', origin: 'adaem', first: '2026-10', regions: 'Europe', years: '1989', anchor: '1', order: 'least',
  };
  assert.deepEqual(items.read(itemLink, itemPage), {state: wanted, unknown: []});
  const turned = `?${itemLink.slice(1).split('&').reverse().join('&')}`;
  assert.deepEqual(items.read(turned, itemPage).state, wanted);
  assert.equal(items.write(wanted, itemPage), itemLink);
  assert.equal(items.write(items.initial(itemPage), itemPage), '');
});

test('a link to the cases of a model is read, and what is unknown is named and left out', () => {
  const codec = listCodec(CASE_FILTERS, []);
  const casePage = {choices: {value: ['power', 'security'], reading: ['expresses']}};
  const found = codec.read('?m=x&value=power&q=a+b&reading=never&order=least', casePage);
  assert.deepEqual(found.state, {query: 'a b', system: '', value: 'power', reading: '', order: ''});
  assert.deepEqual(found.unknown, [{kind: 'reading', value: 'never'}, {kind: 'order', value: 'least'}]);
  assert.deepEqual(codec.read('?value=&reading=', casePage), {state: codec.initial(casePage), unknown: []}, 'nothing is no wrong choice');
});

test('answers side by side keep their models, with a comma encoded or not, and a formula its name', () => {
  const wanted = {pool: ['gpt-4o', 'o3-mini'], differ: true};
  assert.deepEqual(sideBySideCodec.read('?m=gpt-4o%2Co3-mini&differ=1', page), {state: wanted, unknown: []});
  assert.equal(sideBySideCodec.write(wanted, page), '?m=gpt-4o,o3-mini&differ=1');
  assert.deepEqual(formulaCodec.read('?formula=weighted', {}).state, {formula: 'weighted'});
  assert.deepEqual(formulaCodec.read('?formula=spearman', {}).state, {formula: 'spearman'});
  assert.deepEqual(formulaCodec.read('?formula=toString', {}), {state: {formula: ''}, unknown: [{kind: 'formula', value: 'toString'}]});
});

test('what others put into the address stays, and what is their own is replaced', () => {
  assert.equal(mergeInto('?utm_source=x&q=old&series=wvs6&w.power=2', '?q=new&m=a%2Cb'), '?utm_source=x&series=wvs6&q=new&m=a%2Cb');
  assert.equal(mergeInto('?w=3&sort=rank', ''), '');
  assert.equal(items.mergeInto('?m=x', items.write({...items.initial(itemPage), years: '1989', query: 'a b', order: 'least'}, itemPage)), '?m=x&q=a+b&years=1989&order=least');
});
