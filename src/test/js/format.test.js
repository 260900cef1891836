import assert from 'node:assert/strict';
import {test} from 'node:test';
import {quotable, rankChange, score, visible} from '../../../site/js/format.js';

test('scores have one decimal; a missing one is a dash and 0 is not', () => {
  assert.deepEqual([57.125, 100, 0, undefined].map(score), ['57.1', '100.0', '0.0', '–']);
});

test('a rank change says direction and places', () => {
  assert.deepEqual(rankChange(5, 2), {places: 3, text: '▲3'});
  assert.deepEqual(rankChange(1, 4), {places: -3, text: '▼3'});
  assert.equal(rankChange(2, 2), null);
  assert.equal(rankChange(null, 2), null);
});

test('nothing invisible stays so, and a message is short', () => {
  assert.equal(visible('a\u202Eb\r\nc\u0000'), 'a⟦U+202E⟧b\nc⟦U+0000⟧');
  assert.equal(visible('\u0646\u200c\u0645'), '\u0646\u200c\u0645', 'what parts letters of Persian stays');
  assert.equal(quotable('<img src=x>\u202E'), '<img src=x>⟦U+202E⟧');
  assert.equal(quotable('😀'.repeat(81)), '😀'.repeat(80) + '…');
});
