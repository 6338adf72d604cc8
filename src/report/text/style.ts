import picocolors from 'picocolors';
import type { Severity } from '../../model/vocabulary.ts';
import { neutralise } from '../../text/neutralise.ts';
import type { Source } from '../../text/source.ts';
import { placeAt } from '../place.ts';
import type { Presentation } from '../report.ts';

/** How a text report looks in the reader's terminal. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly good: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** Columns; `undefined` when lines may have any length. */
  readonly width: number | undefined;
  /** A path as the reader's shell knows it, safe to print. */
  readonly path: (path: string) => string;
  /** `path:line:column`, as terminals and editors turn into a link. */
  readonly place: (path: string, source: Source | undefined, offset: number) => string;
}

type Paint = (text: string) => string;

/** The style for a presentation: colours only when asked for. */
export function styleFor({ color, width, pathPrefix }: Presentation): Style {
  const colors = picocolors.createColors(color);
  const path = (relative: string) => neutralise(pathPrefix + relative);
  return {
    bold: colors.bold,
    dim: colors.dim,
    underline: colors.underline,
    good: colors.green,
    severity: {
      error: text => colors.bold(colors.red(text)),
      warning: text => colors.bold(colors.yellow(text)),
      information: colors.blue,
      hint: colors.dim,
    },
    width,
    path,
    place: (relative, source, offset) => {
      const { line, column } = placeAt(source, offset);
      return `${path(relative)}:${line}:${column}`;
    },
  };
}

/** Ends every line with a line break. */
export function* withLineBreaks(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
