import type { Progress } from '../engine/index.ts';
import type { Language } from '../report/language.ts';
import type { OutputStream } from './streams.ts';

/** One line on a terminal that tells how far a scan is, and vanishes when it is done. */
export interface ProgressLine {
  readonly update: Progress;
  readonly clear: () => void;
}

/** A progress line on `stream`; silent when that is no terminal. */
export function createProgressLine(stream: OutputStream, language: Language): ProgressLine {
  if (!stream.isTTY) return { update: () => {}, clear: () => {} };
  let shownAt = 0;
  let isShown = false;
  return {
    update: (done, total) => {
      const now = Date.now();
      if (now - shownAt < MILLISECONDS_BETWEEN) return;
      shownAt = now;
      isShown = true;
      const counts = { done: language.number(done), total: language.number(total) };
      stream.write(`${CLEAR_LINE}${language.say('cli.progress', counts)}`);
    },
    clear: () => {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}

const MILLISECONDS_BETWEEN = 100;

/** To the line's beginning, then erase it (ECMA-48: EL). */
const CLEAR_LINE = '\r\u001b[2K';
