// The pool of models to compare.
import {writePool} from './state.js';

/** The pool with a model added at the end, or taken out when it was in. */
export const toggled = (pool, id) => (pool.includes(id) ? pool.filter((other) => other !== id) : [...pool, id]);

/** The query string that takes a pool along. */
export const poolQuery = (pool) => (pool.length > 0 ? `?m=${writePool(pool)}` : '');
