import assert from 'node:assert/strict';
import {test} from 'node:test';
import {boardCodec} from '../../../site/js/board/board-state.js';
import {arranged, first, isOrdered, ranks, sorted} from '../../../site/js/rows.js';
import {presets} from '../../../site/js/weights/weights.js';

const row = (id, cells, more = {}) => ({id, name: id, text: id, records: [], place: 0, cells, ...more});
const ids = (rows) => rows.map((r) => r.id);
const page = {presets: presets({dimensions: [{id: 'a'}, {id: 'b'}]})};

test('100.00 sorts above 99.9 and 9.5 below 10', () => {
  const rows = [row('x', {score: 99.9}), row('y', {score: 100}), row('z', {score: 9.5}), row('w', {score: 10})];
  assert.deepEqual(ids(sorted(rows, 'score', true)), ['y', 'x', 'w', 'z']);
  assert.deepEqual(ids(sorted(rows, 'score', false)), ['z', 'w', 'x', 'y']);
});

test('missing comes last in both directions and 0 is not missing', () => {
  const rows = [row('none', {}), row('zero', {score: 0}), row('one', {score: 1})];
  assert.deepEqual(ids(sorted(rows, 'score', true)), ['one', 'zero', 'none']);
  assert.deepEqual(ids(sorted(rows, 'score', false)), ['zero', 'one', 'none']);
});

test('equal values keep the published order in both directions', () => {
  const rows = [row('second', {score: 1}, {place: 1}), row('first', {score: 1}, {place: 0})];
  assert.deepEqual(ids(sorted(rows, 'score', true)), ['first', 'second']);
  assert.deepEqual(ids(sorted(rows, 'score', false)), ['first', 'second']);
});

test('text sorts as people read it', () => {
  const rows = ['model-10', 'Model-9', 'älpha'].map((name) => row(name, {model: name}));
  assert.deepEqual(ids(sorted(rows, 'model', false)), ['älpha', 'Model-9', 'model-10']);
});

test('sorting leaves the given list alone', () => {
  const rows = [row('x', {score: 1}), row('y', {score: 2})];
  sorted(rows, 'score', true);
  assert.deepEqual(ids(rows), ['x', 'y']);
});

test('equal scores share a rank and the next one is skipped', () => {
  assert.deepEqual(ranks([50, 70, 50, undefined, 0]), [2, 1, 2, null, 4]);
});

test('ranks look at full precision, not at what is shown, but not at the last bit of a sum', () => {
  assert.deepEqual(ranks([99.88, 99.881]), [2, 1]);
  assert.deepEqual(ranks([0.1 + 0.2, 0.3]), [1, 1]);
});

test('the first models are those of the best ranks, whatever the rows are sorted by', () => {
  const entry = (id, rank, shown = true, place = 0) => ({row: {id}, rank, shown, place});
  const entries = [entry('c', 3), entry('none', null), entry('b2', 2, true, 4), entry('b1', 2, true, 1), entry('a', 1, false)];
  assert.deepEqual(first(entries, 2).map(({row: {id}}) => id), ['b1', 'b2']);
});

test('a value puts rows into its own order, and only weights or the mean make ranks worth showing', () => {
  const by = (key) => ({sort: {key, descending: true}});
  assert.deepEqual([{sort: null}, by('dim:a'), by('model'), by('score'), by('rank')].map((state) => isOrdered(state, true)), [false, false, false, true, true]);
  assert.equal(isOrdered({sort: null}, false), true);
});

test('as published, no figure of a row is read before somebody asks', () => {
  let reads = 0;
  const unread = (id, place, score) => ({
    ...row(id, undefined, {place}),
    get cells() {
      reads += 1;
      return {score, rank: place + 1};
    },
  });
  const never = () => assert.fail('nothing is weighed');
  const entries = arranged([unread('x', 0, 70), unread('y', 1, 60)], boardCodec.initial(page), true, never);
  assert.deepEqual(entries.map(({row: {id}, shown}) => [id, shown]), [['x', true], ['y', true]]);
  assert.equal(reads, 0);
  assert.deepEqual([entries[1].score, entries[1].rank, entries[1].publishedRank], [60, 2, 2]);
});
