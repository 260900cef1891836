// Scores and intervals from the frozen files alone, as docs/scoring.md says it: written from that page, sharing no line with
// the program, so that the page is known to be enough.
import { readdirSync, readFileSync } from "node:fs";

const M64 = (1n << 64n) - 1n;

/** Well19937c (Panneton, L'Ecuyer, Matsumoto 2006), seeded with 64 bits. */
export class Well {
  constructor(seed) {
    this.v = new Int32Array(624);
    this.v[0] = Number(BigInt.asIntN(32, seed >> 32n));
    this.v[1] = Number(BigInt.asIntN(32, seed));
    for (let i = 2; i < 624; i++) {
      const l = BigInt(this.v[i - 2]);
      this.v[i] = Number(BigInt.asIntN(32, 1812433253n * (l ^ (l >> 30n)) + BigInt(i)));
    }
    this.at = 0;
  }

  bits(n) {
    const v = this.v;
    const i = this.at;
    const back1 = (i + 623) % 624;
    const back2 = (i + 622) % 624;
    const m1 = v[(i + 70) % 624];
    const m2 = v[(i + 179) % 624];
    const m3 = v[(i + 449) % 624];
    const z0 = (0x80000000 & v[back1]) ^ (0x7fffffff & v[back2]);
    const z1 = v[i] ^ (v[i] << 25) ^ (m1 ^ (m1 >>> 27));
    const z2 = (m2 >>> 9) ^ (m3 ^ (m3 >>> 1));
    const z3 = z1 ^ z2;
    let z4 = z0 ^ (z1 ^ (z1 << 9)) ^ (z2 ^ (z2 << 21)) ^ (z3 ^ (z3 >>> 21));
    v[i] = z3;
    v[back1] = z4;
    v[back2] &= 0x80000000;
    this.at = back1;
    z4 ^= (z4 << 7) & 0xe46e1700;
    z4 ^= (z4 << 15) & 0x9b868000;
    return z4 >>> (32 - n);
  }

  below(n) {
    if ((n & -n) === n) {
      return Number((BigInt(n) * BigInt(this.bits(31))) >> 31n);
    }
    for (;;) {
      const bits = this.bits(31);
      const value = bits % n;
      if (bits - value + (n - 1) <= 0x7fffffff) {
        return value;
      }
    }
  }
}

/** The seed of a stream: FNV-1a over the names, each ended by 0xffff, mixed with the seed of the run. */
export function streamSeed(seed, ...names) {
  let hash = 0xcbf29ce484222325n;
  for (const name of names) {
    for (let i = 0; i < name.length; i++) {
      hash = ((hash ^ BigInt(name.charCodeAt(i))) * 0x100000001b3n) & M64;
    }
    hash = ((hash ^ 0xffffn) * 0x100000001b3n) & M64;
  }
  return BigInt.asIntN(64, hash ^ ((BigInt.asUintN(64, seed) * 0x9e3779b97f4a7c15n) & M64));
}

export function quantile(sorted, p) {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

function root(f, low, high) {
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

export function normalQuantile(p) {
  const below = (x) => {
    let sum = x;
    for (let k = 1, term = x; k < 200; k++) {
      term *= (-x * x) / (2 * k);
      sum += term / (2 * k + 1);
    }
    return 0.5 + sum / Math.sqrt(2 * Math.PI);
  };
  return root((x) => below(x) - p, 0, 5);
}

/** Of Student's distribution, by the finite series for whole degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4). */
export function studentQuantile(freedom, p) {
  const within = (angle) => {
    const cos2 = Math.cos(angle) ** 2;
    const odd = freedom % 2 === 1;
    let term = odd ? Math.cos(angle) : 1;
    let sum = freedom === 1 ? 0 : term;
    for (let k = odd ? 3 : 2; k < freedom; k += 2) {
      term *= ((k - 1) / k) * cos2;
      sum += term;
    }
    return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  };
  return Math.sqrt(freedom) * Math.tan(root((a) => within(a) - (2 * p - 1), 0, Math.PI / 2));
}

function wilson(scored, expressed, items, level) {
  const sum = (list) => list.reduce((a, b) => a + b, 0);
  const answers = sum(scored);
  const p = sum(expressed) / answers;
  const clusters = scored.filter((n) => n > 0).length;
  let independent = clusters;
  if (p !== 0 && p !== 1) {
    const squares = sum(scored.map((n, i) => (expressed[i] - p * n) ** 2));
    const variance = ((squares * clusters) / (clusters - 1)) / (answers * answers);
    independent = Math.max(1, Math.min(answers, (p * (1 - p)) / variance));
  }
  let sureness = 1;
  if (items > clusters) {
    const upper = (1 + level) / 2;
    sureness = studentQuantile(items - 1, upper) ** 2 / studentQuantile(clusters - 1, upper) ** 2;
  }
  const z = normalQuantile((1 + level) / 2);
  const penalty = (z * z) / (independent * sureness);
  const middle = (p + penalty / 2) / (1 + penalty);
  const half = Math.sqrt(penalty * (p * (1 - p) + penalty / 4)) / (1 + penalty);
  return [100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)];
}

function topics(items) {
  const known = new Map(items.map((item) => [item.id, item]));
  return items.map((item) => {
    let first = item.id;
    while (known.get(first)?.provenance.parent) {
      first = known.get(first).provenance.parent;
    }
    return first;
  });
}

const lines = (file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line)
    .map((line) => JSON.parse(line));

/** Every score of a folder with frozen files: {system, dimension, model, score, low, high}, low and high null without an interval. */
export function recompute(folder) {
  const text = readFileSync(`${folder}/snapshot.json`, "utf8");
  const snapshot = JSON.parse(text);
  const seed = BigInt(/"seed" ?: (-?\d+)/.exec(text)[1]);
  const { resamples, level, resampled, minimumCoverage } = snapshot.run.scoring;
  const everyItem = lines(`${folder}/items.jsonl`).map((line) => line.item);
  const answers = readdirSync(`${folder}/labels`)
    .map((file) => ({ model: file.replace(/\.jsonl$/, ""), rows: lines(`${folder}/labels/${file}`) }))
    .sort((a, b) => (a.model < b.model ? -1 : 1));
  return snapshot.systems.flatMap(({ system }) => {
    const items = everyItem.filter((item) => item.system === system.id).sort((a, b) => (a.id < b.id ? -1 : 1));
    const place = new Map(items.map((item, i) => [item.id, i]));
    const models = answers
      .map(({ model, rows }) => ({ model, rows: rows.filter((row) => place.has(row.item)) }))
      .filter(({ rows }) => rows.length > 0)
      .filter(({ rows }) => {
        const covered = rows.filter((row) => row.outcome === "ANSWERED" || /[+.-]/.test(row.labels)).length;
        return covered >= (minimumCoverage ?? 0) * rows.length;
      });
    const names = resampled === "TOPIC" ? topics(items) : items.map((item) => item.id);
    const units = [...new Set(names)];
    const unitOf = names.map((name) => units.indexOf(name));
    const draws = draw(seed, system, items, models, units, unitOf, place, resamples);
    const scores = [];
    for (const { model, rows } of models) {
      system.dimensions.forEach((dimension, d) => {
        const scored = units.map(() => 0);
        const expressed = units.map(() => 0);
        const answered = new Set();
        for (const row of rows) {
          const unit = unitOf[place.get(row.item)];
          if ("+.-".includes(row.labels[d])) {
            scored[unit]++;
            expressed[unit] += row.labels[d] === "+" ? 1 : 0;
            answered.add(row.item);
          }
        }
        const total = (counts, weights) => counts.reduce((sum, n, i) => sum + n * (weights ? weights[i] : 1), 0);
        if (total(scored) > 0) {
          const score = (100 * total(expressed)) / total(scored);
          const shares = draws
            .map((weights) => (100 * total(expressed, weights)) / total(scored, weights))
            .filter((share) => !Number.isNaN(share))
            .sort((a, b) => a - b);
          let [low, high] = [null, null];
          if (scored.filter((n) => n > 0).length > 1 && resamples > 0) {
            [low, high] = wilson(scored, expressed, answered.size, level);
            if (shares.length > 0) {
              low = Math.min(low, quantile(shares, (1 - level) / 2));
              high = Math.max(high, quantile(shares, (1 + level) / 2));
            }
          }
          scores.push({ system: system.id, dimension: dimension.id, model, score, low, high });
        }
      });
    }
    return scores;
  });
}

/** How often each resample holds each unit. */
function draw(seed, system, items, models, units, unitOf, place, resamples) {
  const measured = units.map(() => new Set());
  for (const { rows } of models) {
    for (const row of rows.filter((one) => one.sample === 0)) {
      [...row.labels].forEach((label, d) => {
        if (label !== " ") {
          measured[unitOf[place.get(row.item)]].add(d);
        }
      });
    }
  }
  const strata = new Map();
  units.forEach((_, unit) => {
    const key = [...measured[unit]].sort((a, b) => a - b).join();
    strata.set(key, [...(strata.get(key) ?? []), unit]);
  });
  const random = new Well(streamSeed(seed, "bootstrap", system.id));
  return Array.from({ length: resamples }, () => {
    const weights = units.map(() => 0);
    for (const stratum of strata.values()) {
      stratum.forEach(() => weights[stratum[random.below(stratum.length)]]++);
    }
    return weights;
  });
}

export const rounded = (value) => (value === null ? null : Number(value.toFixed(6)));
