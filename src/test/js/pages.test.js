import assert from 'node:assert/strict';
import test from 'node:test';
import {choices, passes, read, write} from '../../../site/js/pages/narrow.js';
import {FORMULAS, tint, weighted} from '../../../site/js/pages/formula.js';
import {disputed, distance} from '../../../site/js/pages/side.js';

const item = {text: 'should museums be free?', groups: [{origin: ['pool'], years: ['1989', '2026']}]};
const answer = {text: 'it was', groups: [{value: ['power'], reading: ['expresses']}, {value: ['security'], reading: ['opposes']}]};

test('a row passes when one of its groups has all that was chosen', () => {
  assert.equal(passes(item, {origin: 'pool', years: '1989'}, ''), true);
  assert.equal(passes(item, {origin: 'pool', years: '1990'}, ''), false);
  assert.equal(passes(answer, {value: 'power', reading: 'expresses'}, ''), true);
  assert.equal(passes(answer, {value: 'power', reading: 'opposes'}, ''), false, 'power is shown, security is opposed');
  assert.equal(passes({text: '', groups: []}, {value: ''}, ''), true);
  assert.equal(passes({text: '', groups: []}, {value: 'power'}, ''), false);
});

test('every word that is sought must be in the text', () => {
  assert.equal(passes(item, {}, 'FREE museums'), true);
  assert.equal(passes(item, {}, 'free theatres'), false);
});

test('a facet in which all rows are alike is no choice', () => {
  assert.deepEqual(choices([item, item], ['origin', 'years']), {years: ['1989', '2026']});
  assert.deepEqual(choices([item, answer], ['origin']), {origin: ['pool']}, 'one of them has none');
});

test('a view is written into the address and read from it, and what is unknown is left out', () => {
  const offered = {value: ['power', 'security'], years: ['1989']};
  const view = {chosen: {value: 'power', years: ''}, query: 'a b', order: 'least'};
  assert.equal(write('?m=x', view), '?m=x&value=power&q=a+b&order=least');
  assert.deepEqual(read('?m=x&value=power&q=a+b&order=least', offered, ['least']), view);
  assert.deepEqual(read('?value=nothing&order=nothing', offered, ['least']), {chosen: {value: '', years: ''}, query: '', order: ''});
  assert.equal(write('', {chosen: {value: ''}, query: '', order: ''}), '');
});

test('answers dispute the readings that not all of them share', () => {
  const one = {readings: [{dimension: 'power', label: 'expresses'}, {dimension: 'security', label: 'opposes'}]};
  const other = {readings: [{dimension: 'power', label: 'opposes'}, {dimension: 'security', label: 'opposes'}]};
  assert.deepEqual([...disputed([one, other])].sort(), ['power expresses', 'power opposes']);
  assert.equal(disputed([one, one]).size, 0);
  assert.equal(distance(one, other), 2);
});

test('the weighted sum is that of the program, and the others are correlations', () => {
  // Culture 3, 1, 2 about its mean 2: 1, -1, 0. Model 60, 20, 40: 20, -20, 0. (20 + 20) / 2.
  assert.equal(weighted([60, 20, 40], [3, 1, 2]), 20);
  assert.equal(weighted([60, 20, 40], [2, 2, 2]), undefined);
  assert.equal(FORMULAS.spearman([60, 20, 40], [9, 1, 2]), 1);
  assert.equal(tint(1, 1), 'heat-10');
  assert.equal(tint(0, 1), 'heat-05');
  assert.equal(tint(-20, 20), 'heat-00');
});
