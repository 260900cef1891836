// The address of a page as the memory of its state: it is read, and every change makes an entry of the history that Back returns from.
import {viewHistory} from './history.js';

/**
 * @param codec of the page's state (state.js)
 * @param page what the page knows, as the codec's fields want it
 * @param port {search(), push(query), replace(query)} and a clock
 */
export const addressOf = (codec, page, port) => {
  const merged = (query) => codec.mergeInto(port.search(), query);
  const {record, settle, forget, flush} = viewHistory({
    ...port,
    push: (query) => port.push(merged(query)),
    replace: (query) => port.replace(merged(query)),
  });
  return {
    /** The state as published. */
    initial: () => codec.initial(page),
    /** {state, unknown: [{kind, value}]} */
    read: () => codec.read(port.search(), page),
    /** The query string of a state alone. */
    query: (state) => codec.write(state, page),
    /** @param from the field that is still moving, null for a change that is complete in itself */
    record: (state, from) => record(codec.write(state, page), from),
    settle,
    forget,
    flush,
  };
};
