import assert from 'node:assert/strict';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { parsePowerShell } from '../../src/parsers/powershell.ts';
import type { ShellCommand } from '../../src/parsers/shell.ts';
import { span } from '../../src/text/span.ts';
import { describeCommand, itTakesAnyText } from '../support/shell-commands.ts';

describe('PowerShell commands', () => {
  const rows: { script: string; is: string[] }[] = [
    { script: 'npm ci', is: ['npm ci'] },
    { script: 'a; b && c || d\ne | f', is: ['a', 'b', 'c', 'd', 'e', 'f'] },
    { script: `echo "a b" 'c d' 'it''s' "say ""x"""`, is: ['echo [a b] [c d] it\'s [say "x"]'] },
    { script: 'echo $a ${b} $env:C "$d/$($e.F)" $g.H $i[0]', is: ['echo ? ? ? ?/? ? ?'] },
    { script: 'a `\n -B`\r\n c', is: ['a -B c'] },
    { script: 'a https://$b.c/d', is: ['a https://?.c/d'] },
    { script: '# comment\na # b\nc#d <# over\nlines #> e', is: ['a', 'c#d e'] },
    { script: 'a > f 2>&1 >> g', is: ['a >f >>g'] },
    { script: 'if (Test-Path a) { b } else { c }', is: ['if', 'Test-Path a', 'b', 'else', 'c'] },
    { script: '$a = "b c"; $env:D = \'e\'', is: ['[a=b c]', 'D=e'] },
    { script: '[string]$a="b"\n$c += "d"', is: ['a=b', 'c+=d'] },
    { script: '$a = "b" + "c"', is: ['b + c'] },
    { script: '$a = aws sts get', is: ['aws sts get'] },
    { script: '@{ A = "b"; "C.d" = 1\n E = $f }', is: ['A=b', 'C.d=1', 'E=?'] },
    { script: 'param([string]$a = "b", $c = 2)', is: ['param', 'a=b', 'c=2'] },
    { script: 'a -b c,d', is: ['a -b c d'] },
    { script: '& aws s3 ls', is: ['aws s3 ls'] },
    { script: '$a = @"\none $b\n"@\nnext', is: ['[a=one ?]', 'next'] },
    { script: "a @'\none $b\n'@ c", is: ['a [one $b] c'] },
    { script: 'Write-Host ("a" + "b")', is: ['Write-Host a + b'] },
    { script: `a "open`, is: ['a "open'] },
    { script: `a 'open`, is: ["a 'open"] },
    { script: 'a <# open', is: ['a <# open'] },
    { script: 'a $(open', is: ['a', 'open'] },
    { script: '', is: [] },
    { script: ';;&&||', is: [] },
  ];
  for (const { script, is } of rows) {
    it(JSON.stringify(script), () => assert.deepEqual(parse(script).map(describeCommand), is));
  }

  itTakesAnyText(parse, {
    pieces:
      'a|b.c| |"|\'|""|`|`\n|\n|\r\n|$A|${|}|$(|)|@"\n|\n"@|@\'\n|\n\'@|@{| = |$e:x=|&&|&|>|#|<#|#>|[a]|,|\u{1F433}'
        .split('|')
        .concat('|'),
    openings: ['"', "'", "''", '`', '$(', '${', '@"\n', "@'\n", '<#', '[', '$a[', 'a=', '$a = "', '>'],
  });
});

function parse(script: string): ShellCommand[] {
  return parsePowerShell(placedSlice(script, span(0, script.length)));
}
