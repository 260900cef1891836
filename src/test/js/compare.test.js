import assert from 'node:assert/strict';
import {test} from 'node:test';
import {spread, widest} from '../../../site/js/pages/spread.js';
import {poolQuery, toggled} from '../../../site/js/pool.js';

const rows = [
  {id: 'x', cells: {'dim:a': 10, 'dim:b': 50}},
  {id: 'y', cells: {'dim:a': 40, 'dim:b': 55}},
  {id: 'z', cells: {'dim:a': 40}},
];

test('a model goes in at the end and out again', () => {
  assert.deepEqual(toggled(['x'], 'y'), ['x', 'y']);
  assert.deepEqual(toggled(['x', 'y'], 'x'), ['y']);
});

test('the link to the compare page names the models', () => {
  assert.equal(poolQuery(['x', 'a,b']), '?m=x,a%2Cb');
  assert.equal(poolQuery([]), '');
});

test('the spread names both ends, with ties', () => {
  const found = spread(rows, 'dim:a');
  assert.equal(found.difference, 30);
  assert.deepEqual(found.highest.map((row) => row.id), ['y', 'z']);
  assert.deepEqual(found.lowest.map((row) => row.id), ['x']);
  assert.equal(spread([rows[0], rows[2]], 'dim:b'), null);
});

test('the widest column is where they differ most; equal models differ nowhere', () => {
  assert.equal(widest(rows, ['dim:b', 'dim:a']).key, 'dim:a');
  assert.equal(widest([rows[1], rows[2]], ['dim:a']), null);
});
