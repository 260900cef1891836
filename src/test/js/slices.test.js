import assert from 'node:assert/strict';
import {test} from 'node:test';
import {slices} from '../../../site/js/board/slices.js';

/** A browser whose clock goes on by 3 ms with each step of work, and which is quiet and idle when it is told to be. */
const browser = () => {
  const waiting = [];
  const done = [];
  let now = 0;
  const work = function* (name, steps) {
    for (let i = 0; i < steps; i += 1) {
      now += 3;
      done.push(`${name}${i}`);
      yield;
    }
  };
  const timers = [];
  const port = {
    idle: (action) => waiting.push(action),
    later: (action) => timers.push(action) - 1,
    cancel: (handle) => (timers[handle] = undefined),
    now: () => now,
  };
  const quiet = () => timers.splice(0).forEach((action) => action?.());
  return {port, done, work, waiting, quiet, idle: () => waiting.shift()()};
};

test('work is done in slices of some milliseconds', () => {
  const {port, done, work, waiting, quiet, idle} = browser();
  slices(port).begin(work('a', 4));
  assert.equal(waiting.length, 0);
  quiet();
  assert.deepEqual(done, []);
  // 3, 6 and 9 ms: the third step is the last that began before 8.
  idle();
  assert.deepEqual(done, ['a0', 'a1', 'a2']);
  idle();
  assert.deepEqual(done, ['a0', 'a1', 'a2', 'a3']);
  assert.equal(waiting.length, 0);
});

test('new work takes the place of old, and nobody waits twice', () => {
  const {port, done, work, waiting, quiet, idle} = browser();
  const later = slices(port);
  later.begin(work('a', 9));
  quiet();
  idle();
  later.begin(work('b', 5));
  // What was about to go on waits for quiet too.
  idle();
  assert.deepEqual(done, ['a0', 'a1', 'a2']);
  later.begin(work('b', 2));
  quiet();
  assert.equal(waiting.length, 1);
  idle();
  assert.deepEqual(done, ['a0', 'a1', 'a2', 'b0', 'b1']);
});

test('what is left is done at once when somebody needs it', () => {
  const {port, done, work, quiet, idle} = browser();
  const later = slices(port);
  later.begin(work('a', 9));
  later.finish();
  assert.equal(done.length, 9);
  quiet();
  idle();
  later.finish();
  assert.equal(done.length, 9);
});
