// When work is done: after a paint, in a task of its own, or in slices between which the page paints and answers.

/** After the next paint; a frame runs its callbacks before it paints. */
export const afterPaint = (action) => requestAnimationFrame(() => setTimeout(action, 0));

/** In a task of its own, before anything that waits for a time. */
export const nextTask = (action) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    action();
  };
  port2.postMessage(null);
};

/** The browser's clock, as the functions below take it. */
export const clock = {
  idle: afterPaint,
  later: (action, ms) => setTimeout(action, ms),
  cancel: (handle) => clearTimeout(handle),
  now: () => performance.now(),
};

/** Actions that wait, and are done in order. @param later calls what it is given when the wait is over */
export const queue = (later) => {
  const actions = [];
  const runNow = () => {
    for (let action = actions.shift(); action; action = actions.shift()) action();
  };
  return {
    add(action) {
      if (actions.length === 0) later(runNow);
      actions.push(action);
    },
    has: (action) => actions.includes(action),
    runNow,
    clear() {
      actions.length = 0;
    },
  };
};

/**
 * Work in several tasks, so that the page paints and answers in between; or all that is left at once, when somebody does not
 * wait for it.
 *
 * @param work an iterator that yields, after each part, the function that calls the next one
 */
export const inTasks = (work) => {
  let left = true;
  const step = () => {
    if (!left) return;
    const {done, value} = work.next();
    left = !done;
    if (left) value(step);
  };
  step();
  return {
    /** Does now what is left. */
    finish() {
      while (left) left = !work.next().done;
    },
  };
};

/** Longer than between two presses of a key that is held down, so that each of them has the browser for itself. */
const QUIET_MS = 100;

/** Milliseconds after which a slice gives way. */
const SLICE_MS = 8;

/**
 * Work that may wait: begun when nothing new came for a while, and done in slices.
 *
 * @param port a clock: {idle(action) soon after the next paint, later(action, ms), cancel(handle), now()}
 */
export const inSlices = (port) => {
  let work = null;
  let scheduled = false;
  let quiet;

  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    port.idle(slice);
  };
  const slice = () => {
    scheduled = false;
    if (quiet !== undefined) return;
    const until = port.now() + SLICE_MS;
    while (work !== null && port.now() < until) if (work.next().done) work = null;
    if (work !== null) schedule();
  };

  return {
    /** Begins with this work, an iterator that may rest after each step; what was left of other work is dropped. */
    begin(next) {
      work = next;
      port.cancel(quiet);
      quiet = port.later(() => {
        quiet = undefined;
        schedule();
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
