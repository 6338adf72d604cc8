import assert from 'node:assert/strict';
import { createProgressLine } from '../../src/cli/progress-line.ts';
import { ENGLISH } from '../../src/report/language.ts';

function record(isTTY: boolean): { written: string[]; line: ReturnType<typeof createProgressLine> } {
  const written: string[] = [];
  return { written, line: createProgressLine({ write: text => written.push(text), isTTY }, ENGLISH) };
}

describe('progress line', () => {
  it('is one line that is written over and vanishes', () => {
    const { written, line } = record(true);
    line.update(10, 200);
    line.update(11, 200);
    line.clear();
    line.clear();
    assert.deepEqual(written, ['\r\u001b[2KReading files: 10 of 200', '\r\u001b[2K']);
  });

  it('is silent when nobody looks', () => {
    const { written, line } = record(false);
    line.update(10, 200);
    line.clear();
    assert.deepEqual(written, []);
  });
});
