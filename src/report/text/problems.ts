import type { Problem } from '../../model/problem.ts';
import { neutralise } from '../../text/neutralise.ts';
import type { Source } from '../../text/source.ts';
import type { Language } from '../language.ts';
import type { Style } from './style.ts';

/** What could not be read or understood, one line each under a heading; nothing when all was. */
export function problemLines(
  problems: readonly Problem[],
  source: (path: string) => Source | undefined,
  style: Style,
  language: Language,
): string[] {
  if (problems.length === 0) return [];
  const heading = style.bold(style.underline(language.count('report.problems', problems.length)));
  return [heading, '', ...problems.map(problem => problemLine(problem, source, style, language)), ''];
}

function problemLine(
  problem: Problem,
  source: (path: string) => Source | undefined,
  style: Style,
  language: Language,
): string {
  const { code, path, span, message } = problem;
  const place =
    path === undefined ? '' : `${span ? style.place(path, source(path), span.start) : style.path(path)} `;
  return `${place}${style.severity.warning(code)}  ${neutralise(language.phrase(message))}`;
}
