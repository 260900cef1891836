// Checks the numbers of a page against the frozen snapshot, and the snapshot against the labels behind it.

const DECIMALS = 6;

/** As snapshots have numbers: six decimals, halves to even, decided on the shortest decimal form. */
export const rounded = (value) => {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e');
  const [whole, fraction = ''] = digits.split('.');
  const scale = fraction.length - Number(exponent);
  if (scale <= DECIMALS) return value;
  const cut = 10n ** BigInt(scale - DECIMALS);
  const all = BigInt(whole + fraction);
  const rest = (all % cut) * 2n;
  const down = all / cut;
  const near = rest > cut || (rest === cut && down % 2n === 1n) ? down + 1n : down;
  return Math.sign(value) * Number(`${near}e-${DECIMALS}`);
};

/** The values of a file of JSON lines. */
export const jsonLines = (text) => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));

const cellsOf = (snapshot) => {
  const cells = new Map();
  for (const {system, scores} of snapshot.systems) {
    for (const score of scores) cells.set(JSON.stringify([system.id, score.model, score.dimension]), score);
  }
  return (system, model, dimension) => cells.get(JSON.stringify([system, model, dimension]));
};

/** Equal weights over all values; null when one of them is missing. */
const mean = (figures) =>
  figures.length === 0 || figures.some((figure) => figure === null)
    ? null
    : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

const MEASURES = {conformity: (cell) => cell.corrected?.level ?? cell.conformity, 'win-rate': (cell) => cell.winRate};

/** Every number that a page may show, from the snapshot alone: a function of a place on the page. */
const expectations = (snapshot) => {
  const cell = cellsOf(snapshot);
  const figure = (measure, system, model, dimension) => {
    const found = cell(system, model, dimension);
    return found === undefined ? null : (MEASURES[measure](found) ?? null);
  };
  const dimensions = new Map(snapshot.systems.map(({system}) => [system.id, system.dimensions.map(({id}) => id)]));
  const means = new Map();
  const meanOf = (measure, system, model) => {
    const key = JSON.stringify([measure, system, model]);
    if (!means.has(key)) {
      means.set(key, mean((dimensions.get(system) ?? []).map((id) => figure(measure, system, model, id))));
    }
    return means.get(key);
  };
  const rank = (measure, system, model) => {
    const own = meanOf(measure, system, model);
    if (own === null) return null;
    const better = snapshot.models.filter(({id}) => (meanOf(measure, system, id) ?? -1) > own + NEAR);
    return better.length + 1;
  };
  return {figure, meanOf, rank};
};

/** Means are sums, and sums of doubles differ in their last digit with the order. */
const NEAR = 1e-9;

const same = (shown, found, near) =>
  found === null ? shown === null : shown !== null && Math.abs(shown - found) <= near;

/**
 * Holds every shown number against the snapshot.
 *
 * @param cells {system, measure, model, key, value, text}: value is a number, or null where the page has none
 * @returns {checked, wrong}: how many numbers were compared, and those that differ as {where, shown, found}
 */
export const checkPage = (cells, snapshot) => {
  const expect = expectations(snapshot);
  const wrong = [];
  let checked = 0;
  for (const {system, measure, model, key, value, text} of cells) {
    const where = `${model}, ${system}, ${key}`;
    checked += 1;
    if (key === 'rank') {
      const found = expect.rank(measure, system, model);
      if (text !== (found === null ? '–' : String(found))) wrong.push({where, shown: text, found});
      continue;
    }
    const isMean = key === 'score';
    const found = isMean
      ? expect.meanOf(measure, system, model)
      : expect.figure(measure, system, model, key.slice('dim:'.length));
    const printed = found === null ? '–' : found.toFixed(1);
    if (!same(value, found, isMean ? NEAR : 0)) wrong.push({where, shown: value, found});
    else if (text !== printed) wrong.push({where, shown: text, found: printed});
  }
  return {checked, wrong};
};

/** Whether enough responses were answered, or ended as something that is scored. @param minimum share, in [0, 1] */
const enough = (rows, minimum) =>
  rows.filter(({outcome, labels}) => outcome === 'ANSWERED' || /[+.-]/.test(labels)).length >= minimum * rows.length;

/**
 * Computes every score of some models from their labels, and compares it with full precision. A model of which too few
 * responses to a system were scored has no scores there.
 *
 * @param items lines of items.jsonl
 * @param labels a map from model id to the lines of its labels
 * @returns {checked, wrong, labels}: as above, and how many single labels were counted
 */
export const checkLabels = (snapshot, items, labels) => {
  const systemOf = new Map(items.map(({item}) => [item.id, item.system]));
  const minimum = snapshot.run?.scoring?.minimumCoverage ?? 0;
  const wrong = [];
  let checked = 0;
  let counted = 0;
  for (const {system, scores} of snapshot.systems) {
    const own = new Map();
    const places = new Map(system.dimensions.map(({id}, place) => [id, place]));
    for (const score of scores) {
      if (!labels.has(score.model)) continue;
      if (!own.has(score.model)) {
        const rows = labels.get(score.model).filter(({item}) => systemOf.get(item) === system.id);
        own.set(score.model, {rows, ranked: enough(rows, minimum)});
      }
      const {rows, ranked} = own.get(score.model);
      let scored = 0;
      let expressed = 0;
      for (const row of rows) {
        const label = row.labels[places.get(score.dimension)];
        if (label === '+' || label === '.' || label === '-') scored += 1;
        if (label === '+') expressed += 1;
      }
      checked += 1;
      counted += scored;
      const found = scored === 0 || !ranked ? null : rounded((100 * expressed) / scored);
      if (found !== score.conformity) {
        wrong.push({where: `${score.model}, ${system.id}, ${score.dimension}`, shown: score.conformity, found});
      }
    }
  }
  return {checked, wrong, labels: counted};
};

/** The digest that SHA256SUMS gives for a file; undefined when it does not list it. */
export const listedDigest = (sums, name) =>
  sums
    .split('\n')
    .map((line) => /^([0-9a-f]{64}) [ *](.*)$/.exec(line))
    .find((match) => match?.[2] === name)?.[1];
