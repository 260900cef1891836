// When a change of the view becomes an entry of the history that Back returns from. A drag or typing in one field is one
// entry: its first change pushes, the others replace it, and not faster than browsers allow (they warn and drop beyond 200 in
// 10 s).

const PAUSE_MS = 150;
const SAME_ENTRY_MS = 1000;

/** @param port {push(query), replace(query), now(), later(action, ms), cancel(handle)} */
export const viewHistory = (port) => {
  let source = null;
  let settledAt = null;
  let pending = null;
  let handle;

  const flush = () => {
    port.cancel(handle);
    if (pending !== null) port.replace(pending);
    pending = null;
  };
  const continues = (from) =>
    from !== null && from === source && (settledAt === null || port.now() - settledAt < SAME_ENTRY_MS);

  return {
    /** A change: from is the field that is dragged or typed in, null for a change that is complete in itself. */
    record(query, from) {
      if (continues(from)) {
        settledAt = null;
        pending = query;
        port.cancel(handle);
        handle = port.later(flush, PAUSE_MS);
        return;
      }
      flush();
      port.push(query);
      source = from;
      settledAt = null;
    },
    /** The field was let go. Arrow keys let go after each press, so the same field may go on for a moment. */
    settle() {
      flush();
      settledAt = port.now();
    },
    /** The visitor went back or forward: a change that was still to be written is dropped. */
    forget() {
      port.cancel(handle);
      pending = null;
      source = null;
    },
    /** Writes now what was still to be written. */
    flush,
  };
};
