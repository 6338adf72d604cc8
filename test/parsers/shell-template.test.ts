import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitExpressions } from '../../src/parsers/embedded.ts';
import type { InterpolatedText } from '../../src/parsers/interpolation.ts';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { parseShellTemplate } from '../../src/parsers/shell-template.ts';
import { sliceSpan, span } from '../../src/text/span.ts';

describe('shell scripts that another tool fills in', () => {
  const rows: { script: string; is: string[] }[] = [
    { script: 'docker push {{ image }}:{{ tag }}', is: ['docker push <image>:<tag>'] },
    { script: `echo '{{ a }}' "{{ b }} $C" \\{{ d }}`, is: ['echo <a> <b> <C> <d>'] },
    { script: 'x > {{ file }} <<EOF\n{{ in }}\nEOF', is: ['x >><file>'] },
    { script: '{{ command }} | {{ other }}', is: ['<command>', '<other>'] },
    { script: `echo {{ a || 'b c' }} {{ f(x) }}`, is: ['echo <a:-b c> <>'] },
    { script: 'echo ${X:-{{ a }}}', is: ['echo <X:-<a>>'] },
    { script: 'echo \u0000 {{ a }} \u0000', is: ['echo \u0000 <a> \u0000'] },
    { script: 'echo {{ open', is: ['echo {{ open'] },
  ];
  for (const { script, is } of rows) {
    it(JSON.stringify(script), () => {
      const found = parse(script).map(({ words, redirects }) =>
        [...words.map(shown), ...redirects.map(each => `>${each.operator}${shown(each.target)}`)].join(' '),
      );
      assert.deepEqual(found, is);
    });
  }

  it('keep the place of every part, whatever the text', () => {
    const piece = fc.constantFrom(
      '{{ a }}',
      '{{',
      '}}',
      "'",
      '"',
      '$',
      '${A:-',
      '}',
      '\\',
      ' ',
      '\n',
      'b',
      '\u0000',
      '<<E\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        for (const part of parse(text).flatMap(({ words }) => words.flatMap(({ parts }) => parts))) {
          const place = part.type === 'text' ? part.text.span : part.span;
          assert.ok(place.start >= 0 && place.start <= place.end && place.end <= text.length);
          if (part.type === 'variable' && part.name === 'a') assert.equal(sliceSpan(text, place), '{{ a }}');
        }
      }),
    );
  });
});

function parse(script: string) {
  const text = placedSlice(script, span(0, script.length));
  return parseShellTemplate(splitExpressions(text, /\{\{([^}]*)\}\}/g));
}

/** Variables in angle brackets. */
function shown({ parts }: InterpolatedText): string {
  return parts
    .map(part =>
      part.type === 'text'
        ? part.text.text
        : `<${part.name}${part.operand ? `${part.operator}${shown(part.operand)}` : ''}>`,
    )
    .join('');
}
