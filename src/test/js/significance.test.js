import assert from 'node:assert/strict';
import {test} from 'node:test';
import {holm, pairsOfMeans, toldApart} from '../../../site/js/pages/significance.js';

test('Holm rejects step by step and stops at the first that is not', () => {
  // 0.01 <= 0.05/3; 0.03 > 0.05/2, so 0.04 is not looked at although it is below 0.05.
  assert.deepEqual(holm([0.04, 0.01, 0.03], 0.05), [false, true, false]);
  assert.deepEqual(holm([0.04, undefined, 0.01], 0.05), [true, false, true]);
});

test('a row names the places that it is not told apart from', () => {
  const row = (standing, score, together) => ({standing, together, cells: {score}});
  const rows = [row(0, 60, [[1, 2], [4]]), row(1, 55, [[1, 4]]), row(2, 50, [[2, 4]]), row(3, 45, [[1, 4]])];
  assert.equal(toldApart(rows[0], rows[1]), false);
  assert.equal(toldApart(rows[0], rows[2]), true);
  assert.equal(toldApart(rows[0], rows[3]), false);
  assert.equal(toldApart(rows[0], row(1, 55, null)), undefined);
  const found = pairsOfMeans([rows[0], rows[2], row(4, undefined, null)]);
  assert.deepEqual(found.map(({apart, difference}) => [apart, difference]), [[true, 10]]);
});
