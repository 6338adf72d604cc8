import { formatsByName } from '../../src/formats/classify.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { checkExtraction, checkScan } from './check.ts';
import { corpusOf, makeText, seeded } from './inputs.ts';

/** An input that did not end in an answer; the number and the seed make it again. */
export interface Failure {
  readonly run: number;
  readonly format: string;
  readonly text: string;
  readonly error: unknown;
}

/** Every so many inputs one goes the whole way to findings. */
const SCANNED = 25;

/** Which inputs to make: those with the numbers from `first` (0 unless said otherwise) to before `runs`. */
export interface Inputs {
  readonly runs: number;
  readonly seed: number;
  readonly first?: number;
}

/**
 * Gives made texts to formats: those that claim such a file, and now and then one that does not expect it.
 * @param tell called after each input
 */
export async function fuzz(
  { runs, seed, first = 0 }: Inputs,
  tell: (run: number, failures: readonly Failure[]) => void = () => undefined,
): Promise<Failure[]> {
  const corpus = corpusOf();
  const texts = corpus.map(([, text]) => text);
  const byEnding = new Map<string, string[]>();
  for (const [path, text] of corpus)
    byEnding.set(endingOf(path), [...(byEnding.get(endingOf(path)) ?? []), text]);
  const failures: Failure[] = [];
  for (let run = first; run < runs; run++) {
    // A seed for each, so that one can be made again without those before it.
    const random = seeded(seed + Math.imul(run, 0x9e3779b1));
    const [path = ''] = corpus[random(corpus.length)] ?? [];
    const own = formatsByName(path);
    const claiming = own[random(own.length)];
    const format = claiming && random(5) > 0 ? claiming : FORMATS[random(FORMATS.length)];
    const ownTexts = random(2) === 0 ? (byEnding.get(endingOf(path)) ?? texts) : texts;
    const text = makeText(random, ownTexts);
    if (!format) continue;
    try {
      await checkExtraction(format, path, text);
      if (run % SCANNED === 0) await checkScan(path, text);
    } catch (error) {
      failures.push({ run, format: format.id, text, error });
    }
    tell(run, failures);
  }
  return failures;
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}
