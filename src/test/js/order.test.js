import {readFileSync} from 'node:fs';
import test from 'node:test';
import assert from 'node:assert/strict';
import {compareTexts} from '../../../site/js/filters.js';

// The list is also that of NameOrderTest.java: pages and browser must not differ.
const inOrder = JSON.parse(readFileSync(new URL('../resources/names-in-order.json', import.meta.url), 'utf8'));

test('the browser sorts names as the pages do', () => {
  const mixed = [...inOrder].sort((a, b) => (a.length * 7) % 5 - (b.length * 7) % 5 || (a < b ? 1 : -1));
  assert.deepEqual(mixed.sort(compareTexts), inOrder);
});

test('capitals and accents make no difference', () => {
  assert.equal(compareTexts('ECLAIR 03', 'éclair 3'), 0);
  assert.equal(compareTexts('ΛΟΓΟΣ', 'λόγος'), 0);
});
