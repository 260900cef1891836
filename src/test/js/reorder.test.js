import assert from 'node:assert/strict';
import {test} from 'node:test';
import {inSight, longestIncreasing, longestIncreasingAround} from '../../../site/js/board/reorder.js';

test('what is in order stays, and as much of it as there is', () => {
  assert.deepEqual(longestIncreasing([]), []);
  assert.deepEqual(longestIncreasing([0, 1, 2]), [true, true, true]);
  // The first went to the end: one row moves, not all the others.
  assert.deepEqual(longestIncreasing([1, 2, 3, 0]), [true, true, true, false]);
  assert.equal(longestIncreasing([2, 1, 0]).filter(Boolean).length, 1);
  // 2 3 5 8 out of 9 2 3 7 5 8 1.
  assert.equal(longestIncreasing([9, 2, 3, 7, 5, 8, 1]).filter(Boolean).length, 4);
});

test('what is in sight stays, and what belongs to its other side moves', () => {
  // Places 2 and 3 of the new order hold what is second and third now: 0 is above and 1 below it, 4 and 5 have changed sides.
  assert.deepEqual(longestIncreasingAround([0, 4, 2, 3, 5, 1], 2, 4), [true, false, true, true, true, false]);
  assert.deepEqual(longestIncreasingAround([1, 2, 0], 0, 0), longestIncreasing([1, 2, 0]));
  // All of it is in sight.
  assert.deepEqual(longestIncreasingAround([0, 1, 2], 0, 3), [true, true, true]);
});

test('rows on the screen and one below it, found by where they are', () => {
  const rows = Array.from({length: 50}, (_, i) => ({getBoundingClientRect: () => ({top: 20 * i - 300, bottom: 20 * i - 280})}));
  // Row 15 begins at 0, row 20 at 100, where the screen ends (it is on its edge); row 14 ends at 0 and is out of sight.
  assert.deepEqual(inSight(rows, 100), [15, 22]);
  assert.deepEqual(inSight(rows, 5000), [15, 50]);
  assert.deepEqual(inSight(rows.slice(0, 10), 100), [0, 0]);
  assert.deepEqual(inSight([], 100), [0, 0]);
});
