import {test} from 'node:test';
import assert from 'node:assert/strict';
import {card, wrapped} from '../../../site/js/pages/picture.js';

const draw = (tag, attributes, ...children) => ({tag, attributes, children});
const texts = ({tag, children}) => children.flatMap((child) => (typeof child === 'string' ? [child] : texts(child)));

test('a text is put in lines, and a long word has one of its own', () => {
  assert.deepEqual(wrapped('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrapped('a incomprehensibility b', 7), ['a', 'incomprehensibility', 'b']);
  assert.deepEqual(wrapped('', 7), ['']);
});

test('a card names five at most, and shortens what does not fit', () => {
  const rows = Array.from({length: 7}, (_, i) => ({name: i === 0 ? 'x'.repeat(60) : `Model ${i}`, figure: '.9'}));
  const {svg, size} = card({title: 'Most like you', rows, source: 'y'.repeat(200)}, {draw, paper: 'white', ink: 'black'});
  const written = texts(svg);
  assert.deepEqual(size, {width: 1200, height: 630});
  assert.equal(written.filter((text) => text === '.9').length, 5);
  assert.equal(written.find((text) => text.startsWith('1. ')), `1. ${'x'.repeat(39)}…`);
  assert.ok(written.every((text) => text.length < 90));
});
