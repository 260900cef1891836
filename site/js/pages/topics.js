// Which items hang together, as items.Topics has it: what was evolved from one starting item, over however many steps, is
// about one topic.

/** The topic of every item: a map from its id to the first of its line. @param items lines of items.jsonl */
export const topicsOf = (items) => {
  const parents = new Map(items.map(({item}) => [item.id, item.provenance?.parent ?? '']));
  const topics = new Map();
  for (const id of parents.keys()) {
    const line = [];
    let first = id;
    while (!topics.has(first)) {
      line.push(first);
      topics.set(first, id);
      const parent = parents.get(first) ?? '';
      if (parent === '') {
        topics.set(first, first);
        break;
      }
      first = parent;
    }
    const topic = topics.get(first);
    for (const one of line) topics.set(one, topic);
  }
  return topics;
};
