import assert from 'node:assert/strict';
import {test} from 'node:test';
import {waiting} from '../../../site/js/paint.js';

/** Two things that wait, and the paint they wait for. */
const two = () => {
  const done = [];
  const paints = [];
  const wait = waiting((action) => paints.push(action));
  const first = () => done.push('first');
  wait.add(first);
  wait.add(() => done.push('second'));
  return {done, paints, wait, first};
};

test('what waits is done in turn after one paint', () => {
  const {done, paints, wait, first} = two();
  assert.deepEqual(done, []);
  assert.equal(paints.length, 1);
  assert.ok(wait.has(first));
  paints.shift()();
  assert.deepEqual(done, ['first', 'second']);
  assert.ok(!wait.has(first));
});

test('what waits can be done before, and is not done again', () => {
  const {done, paints, wait} = two();
  wait.catchUp();
  paints.shift()();
  assert.deepEqual(done, ['first', 'second']);
});

test('what is forgotten is not done; the next thing waits for a paint of its own', () => {
  const {done, paints, wait} = two();
  wait.clear();
  wait.add(() => done.push('third'));
  assert.equal(paints.length, 2);
  for (const paint of paints) paint();
  assert.deepEqual(done, ['third']);
});
