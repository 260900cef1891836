// The items on which models were read differently, over all that are labelled, whether their answers are published or not.

const KNOWN = new Set(['+', '.', '-']);

/** The first label of every item by value: a map from item to signs. @param rows lines of labels of one model */
const signsOf = (rows) => {
  const found = new Map();
  for (const {item, labels} of rows) if (!found.has(item)) found.set(item, labels);
  return found;
};

/**
 * Items of a system that at least two of the models were read differently on, those with the most values first:
 * {item: {id, system, text}, values: [{dimension, signs: one for each model, empty where it is not known}]}.
 *
 * @param labels a map from model to its lines of labels
 * @param items lines of items.jsonl
 * @param system {id, dimensions: [{id}]}
 */
export const differing = (labels, items, system) => {
  const signs = [...labels.values()].map(signsOf);
  const found = [];
  for (const {item} of items) {
    if (item.system !== system.id) continue;
    const values = system.dimensions
      .map(({id}, place) => ({dimension: id, signs: signs.map((of) => (KNOWN.has(of.get(item.id)?.[place]) ? of.get(item.id)[place] : ''))}))
      .filter((value) => new Set(value.signs.filter(Boolean)).size > 1);
    if (values.length > 0) found.push({item, values});
  }
  return found.sort((a, b) => b.values.length - a.values.length || (a.item.id < b.item.id ? -1 : 1));
};
