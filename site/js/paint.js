// When things are done: before the next paint of the page, or after it.

/** After the next paint; a frame runs its callbacks before it paints. */
export const afterPaint = (action) => requestAnimationFrame(() => setTimeout(action, 0));

/** In a task of its own, before anything that waits for a time. */
export const soon = (action) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    action();
  };
  port2.postMessage(null);
};

/** The clock by which things wait. */
export const clock = {
  idle: afterPaint,
  later: (action, ms) => setTimeout(action, ms),
  cancel: (handle) => clearTimeout(handle),
  now: () => performance.now(),
};

/** What waits for a paint, in turn. @param later calls what it is given after the next paint */
export const waiting = (later) => {
  const actions = [];
  const catchUp = () => {
    for (let action = actions.shift(); action; action = actions.shift()) action();
  };
  return {
    add(action) {
      if (actions.length === 0) later(catchUp);
      actions.push(action);
    },
    has: (action) => actions.includes(action),
    /** Does now what waits. */
    catchUp,
    /** Forgets what waits. */
    clear() {
      actions.length = 0;
    },
  };
};
