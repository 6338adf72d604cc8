import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

/**
 * `npm run fuzz -- --runs 1000000 --seed 7`: a long run. Prints every input that fails and its number; with
 * `--only <number>` that input is made again alone, and with `--first <number>` a run that was broken off goes on.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    first: { type: 'string' },
    only: { type: 'string' },
  },
});
const only = values.only === undefined ? undefined : Number(values.only);
const first = only ?? Number(values.first ?? 0);
const runs = only === undefined ? Number(values.runs ?? 100_000) : only + 1;
const seed = Number(values.seed ?? 1);
const started = Date.now();
let told = 0;
const failures = await fuzz({ runs, seed, first }, (run, found) => {
  for (; told < found.length; told++) {
    const { format, text, error, run: at } = found[told] ?? {};
    console.log(`\n✖ run ${at}, seed ${seed}, ${format}: ${error}\n${JSON.stringify(text?.slice(0, 3000))}`);
  }
  if ((run + 1) % 5000 === 0) {
    console.log(
      `${run + 1} inputs, ${found.length} failures, ${Math.round((Date.now() - started) / 1000)} s`,
    );
  }
});
console.log(`${runs - first} inputs, seed ${seed}: ${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
