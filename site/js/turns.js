// The start of a page, a turn a task, so that the page paints and answers in between; or all that is left at once, when
// somebody does not wait for it.

/**
 * @param work an iterator that rests after each turn
 * @param soon calls a function in a task of its own
 */
export const turns = (work, soon) => {
  let left = true;
  const turn = () => {
    if (!left) return;
    left = !work.next().done;
    if (left) soon(turn);
  };
  turn();
  return {
    /** Does now what is left. */
    finish() {
      while (left) left = !work.next().done;
    },
  };
};
