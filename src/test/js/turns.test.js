import assert from 'node:assert/strict';
import {test} from 'node:test';
import {turns} from '../../../site/js/turns.js';

/** Three turns, and what waits for a task of its own. */
const start = () => {
  const done = [];
  const tasks = [];
  const soon = (task) => tasks.push(task);
  const work = (function* () {
    done.push('tables');
    yield soon;
    done.push('panels');
    yield soon;
    done.push('rest');
  })();
  return {done, tasks, started: turns(work)};
};

test('the first turn is at once, each other one a task', () => {
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
