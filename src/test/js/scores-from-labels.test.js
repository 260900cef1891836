import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Well, normalQuantile, quantile, recompute, rounded, streamSeed, studentQuantile } from "./scores-from-labels.js";

const golden = "src/test/resources/golden";
const periods = readdirSync(golden)
  .map((name) => `${golden}/${name}/periods/2025-03`)
  .filter((folder) => existsSync(`${folder}/labels`));

for (const folder of periods) {
  test(`every score and interval of ${folder} is recomputed to the last digit`, () => {
    const published = JSON.parse(readFileSync(`${folder}/snapshot.json`, "utf8")).systems.flatMap(({ system, scores }) =>
      scores
        .filter((cell) => cell.conformity !== null)
        .map((cell) => ({
          system: system.id,
          dimension: cell.dimension,
          model: cell.model,
          score: cell.conformity,
          low: cell.interval?.low ?? null,
          high: cell.interval?.high ?? null,
        })),
    );
    assert.ok(published.length > 0);
    assert.deepEqual(
      recompute(folder).map((one) => ({
        ...one,
        score: rounded(one.score),
        low: rounded(one.low),
        high: rounded(one.high),
      })),
      published,
    );
  });
}

test("there are periods of every version", () => assert.ok(periods.length >= 6, periods.join()));

test("the test vectors of the page", () => {
  const seed = streamSeed(20261101n, "bootstrap", "schwartz");
  const [bits, below] = [new Well(seed), new Well(seed)];
  const made = [
    `${seed}`,
    Array.from({ length: 3 }, () => bits.bits(31)).join(", "),
    Array.from({ length: 8 }, () => below.below(10)).join(", "),
    normalQuantile(0.95).toFixed(12),
    studentQuantile(11, 0.95).toFixed(12),
    `${Number(quantile([0, 10, 20, 60], 0.05).toFixed(12))}`,
  ];
  const page = readFileSync("docs/scoring.md", "utf8").split("## Test vectors")[1];
  const given = [...page.matchAll(/^\| (?!what|-).* \| (.*) \|$/gm)].map((row) => row[1]);
  assert.deepEqual(made, given);
});
