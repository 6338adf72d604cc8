import type { Problem } from '../model/problem.ts';
import { shownPath, type Targets } from '../node/targets.ts';
import type { Language } from '../report/language.ts';
import { neutralise } from '../text/neutralise.ts';
import type { Streams } from './streams.ts';

/** Says on standard error what could not be read or used, for commands whose own output has no place for it. */
export function tellProblems(
  problems: readonly Problem[],
  { stderr }: Streams,
  language: Language,
  targets: Targets,
): void {
  for (const { path, message } of problems) {
    const place = path === undefined ? '' : `${shownPath(targets, path)}: `;
    stderr.write(`vendor-diligence: ${neutralise(place + language.phrase(message))}\n`);
  }
}
