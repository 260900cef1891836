import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inSlices, inTasks, queue} from '../../../site/js/schedule.js';

/** Work in three parts, and what waits for a task of its own. */
const start = () => {
  const done = [];
  const tasks = [];
  const nextTask = (task) => tasks.push(task);
  const work = (function* () {
    done.push('tables');
    yield nextTask;
    done.push('panels');
    yield nextTask;
    done.push('rest');
  })();
  return {done, tasks, started: inTasks(work)};
};

test('the first part is at once, each other one a task', () => {
  const {done, tasks} = start();
  assert.deepEqual(done, ['tables']);
  assert.equal(tasks.length, 1);
  tasks.shift()();
  assert.deepEqual(done, ['tables', 'panels']);
  tasks.shift()();
  assert.deepEqual(done, ['tables', 'panels', 'rest']);
  assert.equal(tasks.length, 0);
});

test('who does not wait gets the rest at once, and nothing is done twice', () => {
  const {done, tasks, started} = start();
  started.finish();
  assert.deepEqual(done, ['tables', 'panels', 'rest']);
  tasks.shift()();
  started.finish();
  assert.deepEqual(done, ['tables', 'panels', 'rest']);
  assert.equal(tasks.length, 0);
});

/** Two things that wait, and the paint they wait for. */
const two = () => {
  const done = [];
  const paints = [];
  const wait = queue((action) => paints.push(action));
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
  wait.runNow();
  paints.shift()();
  assert.deepEqual(done, ['first', 'second']);
});

test('what is cleared is not done; the next thing waits for a paint of its own', () => {
  const {done, paints, wait} = two();
  wait.clear();
  wait.add(() => done.push('third'));
  assert.equal(paints.length, 2);
  for (const paint of paints) paint();
  assert.deepEqual(done, ['third']);
});

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
  inSlices(port).begin(work('a', 4));
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
  const later = inSlices(port);
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
  const later = inSlices(port);
  later.begin(work('a', 9));
  later.finish();
  assert.equal(done.length, 9);
  quiet();
  idle();
  later.finish();
  assert.equal(done.length, 9);
});
