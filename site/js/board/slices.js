// Work that may wait: done a little at a time, between which the page paints and answers.

/** Milliseconds after which a slice gives way. */
const SLICE_MS = 8;

/** @param port what the browser offers: {idle(action) soon after the next paint, now()} */
export const slices = (port) => {
  let work = null;
  let waiting = false;

  const wait = () => {
    if (waiting) return;
    waiting = true;
    port.idle(step);
  };
  const step = () => {
    waiting = false;
    const until = port.now() + SLICE_MS;
    while (work !== null && port.now() < until) if (work.next().done) work = null;
    if (work !== null) wait();
  };

  return {
    /** Begins with this work, an iterator that may rest after each step; what was left of other work is dropped. */
    begin(next) {
      work = next;
      wait();
    },
    /** Does now what is left. */
    finish() {
      while (work !== null && !work.next().done);
      work = null;
    },
  };
};
