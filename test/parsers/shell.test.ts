import assert from 'node:assert/strict';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { parseShell, type ShellCommand } from '../../src/parsers/shell.ts';
import { span } from '../../src/text/span.ts';
import { describeCommand, itTakesAnyText } from '../support/shell-commands.ts';

describe('shell commands', () => {
  const rows: { script: string; is: string[] }[] = [
    { script: 'npm ci', is: ['npm ci'] },
    { script: 'a && b || c; d & e\nf | g', is: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    { script: `echo "a b" 'c d' e\\ f g"h"i`, is: ['echo [a b] [c d] [e f] ghi'] },
    { script: 'echo $A ${B:-c} "$D" $(date) `id` $1', is: ['date', 'id', 'echo ? ? ? ? ? ?'] },
    { script: 'a \\\n  b \\\r\n c', is: ['a b c'] },
    { script: '# comment\na # b\nc#d', is: ['a', 'c#d'] },
    { script: 'echo x > /f 2>&1 >> g < h', is: ['echo x >/f >&1 >>g <h'] },
    { script: 'if test -f a; then b; else c; fi', is: ['test -f a', 'b', 'c'] },
    { script: 'for x in a b; do c; done', is: ['for x in a b', 'c'] },
    { script: '(cd a && b)', is: ['cd a', 'b'] },
    { script: 'A=1 B="2 3" c', is: ['A=1 [B=2 3] c'] },
    { script: 'cat <<EOF > f\none $A\nEOF\nnext', is: ['cat >f <<one $A', 'next'] },
    { script: "cat <<-'EOF' | tee f\n\tone\n\tEOF\nnext", is: ['cat <<\tone', 'tee f', 'next'] },
    { script: 'cat <<A <<B\n1\nA\n2\nB\n', is: ['cat <<1 <<2'] },
    { script: 'cat <<EOF\nnever closed', is: ['cat', 'never closed'] },
    { script: `echo "open`, is: ['echo "open'] },
    { script: `echo it's open`, is: ["echo it's open"] },
    { script: 'echo $(open', is: ['echo $', 'open'] },
    { script: `echo "$(echo "a b")"`, is: ['echo [a b]', 'echo ?'] },
    { script: '', is: [] },
    { script: ';;&&||', is: [] },
  ];
  for (const { script, is } of rows) {
    it(JSON.stringify(script), () => assert.deepEqual(parse(script).map(describeCommand), is));
  }

  it('know which commands are joined by pipes', () => {
    const pipelines = parse('a | b; c | d |& e').map(command => command.pipeline);
    assert.equal(new Set(pipelines).size, 2);
    assert.deepEqual(
      pipelines.map(number => number - Math.min(...pipelines)),
      [0, 0, 1, 1, 1],
    );
  });

  itTakesAnyText(parse, {
    pieces: [
      'a',
      'b.c',
      ' ',
      '"',
      "'",
      '\\',
      '\\\n',
      '\n',
      '$A',
      '${',
      '}',
      '$(',
      ')',
      '`',
      '<<E',
      'E',
      '|',
      '&&',
      '>',
      '#',
      '\u{1F433}',
    ],
    openings: ['"', "'", '`', '$(', '${', '<<E\n', '$(cat <<E\n', '(', '"$(', "$('", 'a='],
  });
});

function parse(script: string): ShellCommand[] {
  return parseShell(placedSlice(script, span(0, script.length)));
}
