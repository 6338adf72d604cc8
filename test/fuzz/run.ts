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
const only = values.only === undefined ? undefined : wholeNumber(values.only);
const first = only ?? wholeNumber(values.first ?? '0');
const runs = only === undefined ? wholeNumber(values.runs ?? '100000') : only + 1;
const seed = wholeNumber(values.seed ?? '1');
// No input at all would look like success.
if (runs <= first) throw new RangeError(`--runs ${runs} ends before input ${first} is made.`);
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
console.log(`seed ${seed}, inputs: ${runs - first}, failures: ${failures.length}`);
process.exitCode = failures.length === 0 ? 0 : 1;

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new RangeError(`${text} is no whole number.`);
  return Number(text);
}
