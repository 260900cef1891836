import assert from 'node:assert/strict';
import {test} from 'node:test';
import {viewHistory} from '../../../site/js/history.js';

/** A browser that writes down what it was told, with a clock that only the test moves. */
const browser = () => {
  const log = [];
  let time = 0;
  let timers = [];
  return {
    log,
    pass(ms) {
      time += ms;
      const due = timers.filter((timer) => timer.at <= time);
      timers = timers.filter((timer) => timer.at > time);
      due.forEach((timer) => timer.action());
    },
    push: (url) => log.push(`push ${url}`),
    replace: (url) => log.push(`replace ${url}`),
    now: () => time,
    later: (action, ms) => {
      const timer = {action, at: time + ms};
      timers.push(timer);
      return timer;
    },
    cancel: (handle) => (timers = timers.filter((timer) => timer !== handle)),
  };
};

test('a complete change is an entry of its own', () => {
  const b = browser();
  const s = viewHistory(b);
  s.record('?a', null);
  s.record('?b', null);
  assert.deepEqual(b.log, ['push ?a', 'push ?b']);
});

test('a drag is one entry, written at rest and at the end', () => {
  const b = browser();
  const s = viewHistory(b);
  s.record('?1', 'power');
  for (let i = 2; i < 40; i++) {
    s.record(`?${i}`, 'power');
    b.pass(10);
  }
  assert.deepEqual(b.log, ['push ?1'], 'browsers drop changes that come too fast');
  b.pass(200);
  assert.deepEqual(b.log, ['push ?1', 'replace ?39']);
  s.record('?40', 'power');
  s.settle();
  assert.deepEqual(b.log, ['push ?1', 'replace ?39', 'replace ?40']);
});

test('a long pause while dragging does not end the entry, a pause after letting go does', () => {
  const b = browser();
  const s = viewHistory(b);
  s.record('?1', 'power');
  b.pass(5000);
  s.record('?2', 'power');
  s.settle();
  b.pass(900);
  s.record('?3', 'power');
  s.settle();
  b.pass(1100);
  s.record('?4', 'power');
  assert.deepEqual(b.log, ['push ?1', 'replace ?2', 'replace ?3', 'push ?4']);
});

test('another field is another entry and what was waiting is written first', () => {
  const b = browser();
  const s = viewHistory(b);
  s.record('?1', 'power');
  s.record('?2', 'power');
  s.record('?3', 'security');
  assert.deepEqual(b.log, ['push ?1', 'replace ?2', 'push ?3']);
});

test('going back drops what was still to be written', () => {
  const b = browser();
  const s = viewHistory(b);
  s.record('?1', 'power');
  s.record('?2', 'power');
  s.forget();
  b.pass(1000);
  s.record('?3', 'power');
  assert.deepEqual(b.log, ['push ?1', 'push ?3']);
});
