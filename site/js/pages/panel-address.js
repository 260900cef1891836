// The address of a page whose only state is that of one panel: what the page does not know of it is named in the notice.
import {addressOf} from '../address.js';
import {quotable} from '../format.js';
import {words} from './words.js';

/** As addressOf, but read() gives the state alone, and reread() does after the visitor went back or forward. */
export const panelAddress = (codec, page, port) => {
  const address = addressOf(codec, page, port);
  const read = () => {
    const {state, unknown} = address.read();
    port.notice(unknown.map(({value}) => words.unknown(quotable(value))));
    return state;
  };
  return {
    ...address,
    read,
    reread() {
      address.forget();
      return read();
    },
    record(state, from) {
      port.notice([]);
      address.record(state, from);
    },
  };
};
