import assert from 'node:assert/strict';
import test from 'node:test';
import {FORMULAS, tint, weighted} from '../../../site/js/pages/culture-fit.js';
import {isMarkdown, lightMarkdown} from '../../../site/js/pages/answer-text.js';
import {differing} from '../../../site/js/pages/differing.js';
import {disagreements, pieces} from '../../../site/js/pages/disagreements.js';
import {pairedDifference, pairedTests, tally, twoSidedT} from '../../../site/js/pages/paired-tests.js';
import {topicsOf} from '../../../site/js/pages/topics.js';
import {disputed, distance} from '../../../site/js/pages/side-by-side.js';

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

const rows = (...labels) => labels.map((label, i) => ({item: `q${i}`, labels: label}));

test('a difference is tested on the same questions', () => {
  // + + + . against . . + .: 75 and 25. Each item adds .125, .125, -.125, -.125: error .25, times the root of 4/3.
  const [one, other] = [tally(rows('+', '+', '+', '.'), 0), tally(rows('.', '.', '+', '-'), 0)];
  const {difference, error, units, p} = pairedDifference(one, other);
  assert.equal(difference, 50);
  assert.ok(Math.abs(error - 100 * 0.25 * Math.sqrt(4 / 3)) < 1e-9);
  assert.equal(units, 4);
  // Two items differ, so no sign test could be below a half.
  assert.equal(p, 0.5);
  assert.equal(pairedDifference(one, tally(rows('?', ' '), 0)), undefined);
});

test('questions of one topic count as one', () => {
  const item = (id, parent) => ({item: {id, provenance: {parent}}});
  const topics = topicsOf([item('a', 't'), item('b', 'a'), item('t', ''), item('c', 'elsewhere'), item('x', 'y'), item('y', 'x')]);
  assert.deepEqual([...topics], [['a', 't'], ['t', 't'], ['b', 't'], ['c', 'elsewhere'], ['elsewhere', 'elsewhere'], ['x', 'x'], ['y', 'x']]);
  const unitOf = (id) => (id === 'q0' || id === 'q1' ? 'topic' : id);
  const [one, other] = [tally(rows('+', '+', '+', '.'), 0, unitOf), tally(rows('.', '.', '+', '-'), 0, unitOf)];
  const {difference, error, units} = pairedDifference(one, other);
  // The topic adds .25, the two others -.125 each: the root of .0625 + .03125, times that of 3/2.
  assert.equal(difference, 50);
  assert.equal(units, 3);
  assert.ok(Math.abs(error - 100 * Math.sqrt(0.09375 * 1.5)) < 1e-9);
});

test('Student\'s t has its tails', () => {
  // In closed form for three degrees of freedom: 1 - 2 / pi (1/2 + pi/4) at the root of 3.
  assert.ok(Math.abs(twoSidedT(Math.sqrt(3), 3) - (1 - (2 / Math.PI) * (0.5 + Math.PI / 4))) < 1e-10);
  assert.ok(Math.abs(twoSidedT(2.228138852, 10) - 0.05) < 1e-8, 'the table has 2.228 for ten');
});

test('pairs that hold on the same questions are told', () => {
  const all = new Map([
    ['a', rows(...'++++++++++'.split(''))],
    ['b', rows(...'..........'.split(''))],
    ['c', rows(...'.........+'.split(''))],
  ]);
  const found = pairedTests(all, ['power'], 0.1);
  assert.deepEqual(found.map(({one, other, significant}) => [one, other, significant]), [['a', 'b', true], ['a', 'c', true], ['b', 'c', false]]);
});

test('questions that were read most differently come first', () => {
  const one = (item, answer, ...readings) => ({system: 's', item, prompt: item, answer, readings});
  const reading = (dimension, label) => ({dimension, label, evidence: []});
  const cases = new Map([
    ['a', [one('q1', 'x', reading('power', 'EXPRESSES')), one('q2', 'x', reading('power', 'EXPRESSES'), reading('security', 'OPPOSES')), one('q3', 'x')]],
    ['b', [one('q1', 'y', reading('power', 'NOT')), one('q2', 'y', reading('power', 'OPPOSES')), one('q3', 'y')]],
  ]);
  assert.deepEqual(disagreements(cases).map(({prompt, distance}) => [prompt, distance]), [['q2', 3], ['q1', 1]]);
});

test('evidence is marked once', () => {
  const evidence = [{start: 2, end: 4}, {start: 3, end: 6}, {start: 90, end: 95}];
  assert.deepEqual(pieces('abcdefgh', [{evidence}]), [
    {text: 'ab', marked: false}, {text: 'cd', marked: true}, {text: 'ef', marked: true}, {text: 'gh', marked: false},
  ]);
});

test('items that models were read differently on are found over all labels', () => {
  const item = (id, system = 's') => ({item: {id, system, text: id}});
  const labels = new Map([
    ['a', [{item: 'q1', labels: '+.'}, {item: 'q2', labels: '++'}, {item: 'q3', labels: '?.'}]],
    ['b', [{item: 'q1', labels: '-.'}, {item: 'q2', labels: '.-'}, {item: 'q3', labels: '+.'}]],
  ]);
  const system = {id: 's', dimensions: [{id: 'power'}, {id: 'security'}]};
  const found = differing(labels, [item('q1'), item('q2'), item('q3'), item('q4', 'other')], system);
  assert.deepEqual(found.map(({item: {id}, values}) => [id, values]), [
    ['q2', [{dimension: 'power', signs: ['+', '.']}, {dimension: 'security', signs: ['+', '-']}]],
    ['q1', [{dimension: 'power', signs: ['+', '-']}]],
  ]);
});

test('Markdown of an answer is shown, and nothing of it becomes markup', () => {
  assert.equal(isMarkdown('2 * 3 - 1'), false);
  assert.deepEqual(lightMarkdown('## On **voting**\n- **Yes**: <b>fair</b>\n2 * 3'), [
    {text: 'On voting\n', strong: true},
    {text: '• ', strong: false},
    {text: 'Yes', strong: true},
    {text: ': <b>fair</b>\n', strong: false},
    {text: '2 * 3', strong: false},
  ]);
});
