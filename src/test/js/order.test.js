import assert from 'node:assert/strict';
import {test} from 'node:test';
import {longestRun} from '../../../site/js/order.js';

test('what is in order stays, and as much of it as there is', () => {
  assert.deepEqual(longestRun([]), []);
  assert.deepEqual(longestRun([0, 1, 2]), [true, true, true]);
  // The first went to the end: one row moves, not all the others.
  assert.deepEqual(longestRun([1, 2, 3, 0]), [true, true, true, false]);
  assert.equal(longestRun([2, 1, 0]).filter(Boolean).length, 1);
  // 2 3 5 8 out of 9 2 3 7 5 8 1.
  assert.equal(longestRun([9, 2, 3, 7, 5, 8, 1]).filter(Boolean).length, 4);
});
