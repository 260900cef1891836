import assert from 'node:assert/strict';
import {test} from 'node:test';
import {complete} from '../../../site/js/board/row.js';
import {BOARD_FILTERS, CASE_FILTERS, ITEM_FILTERS, choices, offered, passing} from '../../../site/js/filters.js';

const passes = (row, filters, chosen, query = '') => passing({query, ...chosen}, filters)(row);
const names = (filters) => filters.map(({name}) => name);

/** A model, as board/row.js has it. */
const model = (facts = {}, cells = {}) => {
  const row = {name: '', id: '', developer: '', country: '', open: '', reasoning: '', complete: complete(cells, ['dim:a', 'dim:b']), ...facts};
  return {...row, text: `${row.name} ${row.id} ${row.developer}`, records: [row]};
};

/** A cell of the list of items. */
const cell = (textContent, dataset = {}) => ({textContent, dataset});
const item = (text, cells) => ({text, records: [cells]});
const museums = item('Should museums be free?', {
  dimension: cell('Power、Security', {values: 'Power|Security'}), category: cell('–'), origin: cell('pool', {values: 'pool'}), first: cell('2026-10'), regions: cell('', {years: '1989|2026'}),
});
const other = item('Élan', {dimension: cell('–', {values: ''}), category: cell('–'), origin: cell('adaem（锚题）', {values: 'adaem', anchor: ''}), first: cell(''), regions: cell('', {regions: 'Americas'})});

/** A case, with what was read in its answer. */
const answer = (text, ...readings) => ({text, records: readings.map(([dimension, label]) => ({dimension, label}))});
const answered = answer('It was an Élan', ['power', 'expresses'], ['security', 'opposes']);

test('every filter has a key and a name of its own on its page', () => {
  for (const filters of [BOARD_FILTERS, ITEM_FILTERS, CASE_FILTERS]) {
    for (const of of ['key', 'name']) assert.equal(new Set(filters.map((filter) => filter[of])).size, filters.length);
    for (const key of filters.map((filter) => filter.key)) assert.ok(!/^(q|m|w|w\..*|weights|sort|hide|order)$/.test(key), key);
  }
});

test('a search is the same for models, items and cases: every word, in any case, with or without accents', () => {
  const rows = [model({name: 'Élan'}), other, answered];
  for (const row of rows) {
    for (const query of ['elan', 'ÉLAN', 'e\u0301lan', 'Elan ']) assert.equal(passes(row, [], {}, query), true, `${query} in ${row.text}`);
    for (const query of ['elans', 'elan gpt', '.*']) assert.equal(passes(row, [], {}, query), false, `${query} in ${row.text}`);
  }
  assert.equal(passes(museums, [], {}, 'FREE museums'), true);
  assert.equal(passes(museums, [], {}, 'free theatres'), false);
});

test('letters that are written in several ways are one', () => {
  const found = (text, query) => passes(answer(text), [], {}, query);
  assert.deepEqual([['Straße', 'STRASSE'], ['STRASSE', 'straße'], ['İstanbul', 'istanbul'], ['λόγος', 'ΛΟΓΟΣ'], ['ﬁne', 'fine'], ['ＧＰＴ', 'gpt']].map(([text, query]) => found(text, query)), Array(6).fill(true));
  assert.equal(found('东京', '京'), true);
});

test('search finds every word in name, id or maker, without case or accents', () => {
  const row = model({id: 'mistral-l', name: 'Mistral Large', developer: 'Société X'});
  const seen = (query) => passes(row, BOARD_FILTERS, {}, query);
  assert.deepEqual(['large mis', 'SOCIETE', 'mistral-l', ''].map(seen), [true, true, true, true]);
  assert.deepEqual(['large gpt', '.*', 'mistralx'].map(seen), [false, false, false]);
});

test('filters: maker, country, open, reasoning; an unknown fact matches neither answer', () => {
  const known = model({developer: 'D', country: 'FR', open: 'true', reasoning: 'false'});
  const unknown = model();
  const kept = (chosen) => [known, unknown].filter((row) => passes(row, BOARD_FILTERS, chosen)).map((row) => (row === known ? 'k' : 'u'));
  assert.deepEqual(kept({developer: 'D'}), ['k']);
  assert.deepEqual(kept({developer: 'E'}), []);
  assert.deepEqual(kept({country: 'FR'}), ['k']);
  assert.deepEqual(kept({open: 'true'}), ['k']);
  assert.deepEqual(kept({open: 'false'}), []);
  assert.deepEqual(kept({reasoning: 'false'}), ['k']);
  assert.deepEqual(kept({}), ['k', 'u']);
});

test('complete means every dimension has a score, and 0 is one', () => {
  assert.equal(complete({'dim:a': 0, 'dim:b': 1}, ['rank', 'dim:a', 'dim:b']), true);
  assert.equal(complete({'dim:a': 0}, ['rank', 'dim:a', 'dim:b']), false);
  assert.equal(passes(model({}, {'dim:a': 0, 'dim:b': 1}), BOARD_FILTERS, {complete: true}), true);
  assert.equal(passes(model({}, {'dim:a': 0}), BOARD_FILTERS, {complete: true}), false);
  assert.equal(passes(model({}, {'dim:a': 0}), BOARD_FILTERS, {complete: false}), true);
});

test('an item has the values of its columns, several in each', () => {
  const kept = (chosen) => [museums, other].map((row) => passes(row, ITEM_FILTERS, chosen));
  assert.deepEqual(kept({origin: 'pool', years: '1989'}), [true, false]);
  assert.deepEqual(kept({origin: 'pool', years: '1990'}), [false, false]);
  assert.deepEqual(kept({dimension: 'Security'}), [true, false]);
  assert.deepEqual(kept({origin: 'adaem', anchor: '1', regions: 'Americas'}), [false, true]);
  assert.deepEqual(kept({first: '2026-10'}), [true, false]);
  assert.deepEqual(kept({category: '–'}), [false, false], 'a dash is no category');
});

test('a case passes when one of its readings has all that was chosen', () => {
  const kept = (row, chosen) => passes(row, CASE_FILTERS, chosen);
  assert.equal(kept(answered, {value: 'power', reading: 'expresses'}), true);
  assert.equal(kept(answered, {value: 'power', reading: 'opposes'}), false, 'power is shown, security is opposed');
  assert.equal(kept(answer(''), {value: ''}), true);
  assert.equal(kept(answer(''), {value: 'power'}), false);
});

test('choices are distinct and in order', () => {
  const rows = ['b', '', 'a', 'b', 'A10', 'a9'].map((country) => model({country}));
  assert.deepEqual(choices(rows, BOARD_FILTERS).country, ['a', 'a9', 'A10', 'b']);
  assert.deepEqual(choices(rows, BOARD_FILTERS).open, ['true', 'false'], 'whatever the rows have');
  assert.equal(choices(rows, BOARD_FILTERS).complete, undefined);
});

test('a filter in which all rows are alike is not offered', () => {
  const some = ITEM_FILTERS.filter(({name}) => name === 'origin' || name === 'years');
  assert.deepEqual(names(offered([museums, museums], some)), ['years']);
  assert.deepEqual(choices([museums], some).years, ['1989', '2026']);
  const regions = ITEM_FILTERS.filter(({name}) => name === 'regions');
  assert.deepEqual(names(offered([museums, other], regions)), ['regions'], 'one of them has none');
  assert.deepEqual(names(offered([model({developer: 'D'})], BOARD_FILTERS)), ['open', 'reasoning', 'complete']);
});

test('what a row has is read once', () => {
  let reads = 0;
  const row = {text: '', records: [{get dimension() {
    reads += 1;
    return 'power';
  }}]};
  for (let i = 0; i < 3; i += 1) assert.equal(passes(row, CASE_FILTERS, {value: 'power'}), true);
  assert.equal(reads, 1);
});
