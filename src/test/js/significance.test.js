import assert from 'node:assert/strict';
import {test} from 'node:test';
import {holm, pOf, quantile, significantPairs, twoSided} from '../../../site/js/pages/significance.js';

const near = (actual, expected, within) => assert.ok(Math.abs(actual - expected) < within, `${actual} is not ${expected}`);

test('the normal distribution is that of the tables', () => {
  near(quantile(0.975), 1.959963985, 1e-8);
  near(quantile(0.001), -3.090232306, 1e-8);
  near(quantile(0.5), 0, 1e-12);
  near(twoSided(1.959963985), 0.05, 1e-6);
  near(twoSided(-2.575829304), 0.01, 1e-6);
});

test('a difference is held against the errors of both intervals', () => {
  // Half widths of 1.96 at 95 % are errors of 1: z = 3 / sqrt 2 = 2.1213, p = 0.0339.
  const at = (value) => ({value, low: value - 1.959963985, high: value + 1.959963985});
  near(pOf(at(50), at(53), 0.95), 0.03389, 1e-4);
  assert.equal(pOf({value: 50}, at(53), 0.95), undefined);
  assert.equal(pOf({value: 5, low: 5, high: 5}, {value: 5, low: 5, high: 5}, 0.95), 1);
});

test('Holm rejects step by step and stops at the first that is not', () => {
  // 0.01 <= 0.05/3; 0.03 > 0.05/2, so 0.04 is not looked at although it is below 0.05.
  assert.deepEqual(holm([0.04, 0.01, 0.03], 0.05), [false, true, false]);
  assert.deepEqual(holm([0.04, undefined, 0.01], 0.05), [true, false, true]);
});

test('all pairs of all columns are tested together', () => {
  const score = (value, half) => ({value, low: value - half, high: value + half});
  const rows = [
    {intervals: {a: score(10, 1), b: score(50, 20)}},
    {intervals: {a: score(90, 1), b: score(52, 20)}},
    {intervals: {a: score(90, 1), b: {value: 50}}},
  ];
  const found = significantPairs(rows, ['a', 'b'], 0.9);
  assert.deepEqual(found.get('a'), {significant: 2, pairs: 3});
  assert.deepEqual(found.get('b'), {significant: 0, pairs: 1});
});
