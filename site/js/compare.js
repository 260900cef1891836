// The pool of models to compare.
import {writePool} from './state.js';

/** The pool with a model added at the end, or taken out when it was in. */
export const toggled = (pool, id) => (pool.includes(id) ? pool.filter((other) => other !== id) : [...pool, id]);

/** The compare page, at its address as the page gives it, for these models. */
export const compareLink = (address, pool) => `${address}${pool.length ? `?m=${writePool(pool)}` : ''}`;
