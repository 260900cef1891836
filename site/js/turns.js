// The start of a page, a turn a task, so that the page paints and answers in between; or all that is left at once, when
// somebody does not wait for it.

/** @param work an iterator that rests after each turn and yields what calls the next one: a function that is given it */
export const turns = (work) => {
  let left = true;
  const turn = () => {
    if (!left) return;
    const {done, value} = work.next();
    left = !done;
    if (left) value(turn);
  };
  turn();
  return {
    /** Does now what is left. */
    finish() {
      while (left) left = !work.next().done;
    },
  };
};
