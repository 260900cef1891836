// Work that may wait: begun when nothing new came for a while, and done a little at a time, between which the page paints and
// answers.

/** Longer than between two presses of a key that is held down, so that each of them has the browser for itself. */
const QUIET_MS = 100;

/** Milliseconds after which a slice gives way. */
const SLICE_MS = 8;

/** @param port what the browser offers: {idle(action) soon after the next paint, later(action, ms), cancel(handle), now()} */
export const slices = (port) => {
  let work = null;
  let waiting = false;
  let quiet;

  const wait = () => {
    if (waiting) return;
    waiting = true;
    port.idle(step);
  };
  const step = () => {
    waiting = false;
    if (quiet !== undefined) return;
    const until = port.now() + SLICE_MS;
    while (work !== null && port.now() < until) if (work.next().done) work = null;
    if (work !== null) wait();
  };

  return {
    /** Begins with this work, an iterator that may rest after each step; what was left of other work is dropped. */
    begin(next) {
      work = next;
      port.cancel(quiet);
      quiet = port.later(() => {
        quiet = undefined;
        wait();
      }, QUIET_MS);
    },
    /** Does this work now; what was left of other work is dropped. */
    now(next) {
      work = next;
      this.finish();
    },
    /** Does now what is left. */
    finish() {
      while (work !== null && !work.next().done);
      work = null;
    },
  };
};
