// When a change of the view becomes a step that Back returns from. A drag or typing in one field is one step: its first
// change pushes, the others replace it, and not faster than browsers allow (they warn and drop beyond 200 in 10 s).

const PAUSE_MS = 150;
const SAME_STEP_MS = 1000;

/** @param port what the browser offers: {push(url), replace(url), now(), later(action, ms), cancel(handle)} */
export const steps = (port) => {
  let source = null;
  let settledAt = null;
  let waiting = null;
  let handle;

  const flush = () => {
    port.cancel(handle);
    if (waiting !== null) port.replace(waiting);
    waiting = null;
  };
  const continues = (from) =>
    from !== null && from === source && (settledAt === null || port.now() - settledAt < SAME_STEP_MS);

  return {
    /** A change: from is the field that is dragged or typed in, null for a change that is complete in itself. */
    record(url, from) {
      if (continues(from)) {
        settledAt = null;
        waiting = url;
        port.cancel(handle);
        handle = port.later(flush, PAUSE_MS);
        return;
      }
      flush();
      port.push(url);
      source = from;
      settledAt = null;
    },
    /** The field was let go. Arrow keys let go after each press, so the same field may go on for a moment. */
    settle() {
      flush();
      settledAt = port.now();
    },
    /** The visitor went back or forward: what was waiting is of no use any more. */
    forget() {
      port.cancel(handle);
      waiting = null;
      source = null;
    },
    flush,
  };
};
