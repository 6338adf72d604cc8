import assert from 'node:assert/strict';
import { actionsOf } from '../../src/parsers/go-template/actions.ts';
import { sliceSpan } from '../../src/text/span.ts';

describe('actions of Go templates', () => {
  const rows: readonly { readonly text: string; readonly actions: readonly string[] }[] = [
    { text: 'a: {{ .A }} {{- .B -}}', actions: ['{{ .A }}', '{{- .B -}}'] },
    { text: '{{ "}}" }}', actions: ['{{ "}}" }}'] },
    { text: '{{ "\\"}}" }}', actions: ['{{ "\\"}}" }}'] },
    { text: '{{ `}}` }}', actions: ['{{ `}}` }}'] },
    { text: '{{/* }} */}}', actions: ['{{/* }} */}}'] },
    // Half typed: a string that is not closed takes in no braces.
    { text: '{{ "a }} {{ .B }}', actions: ['{{ "a }}', '{{ .B }}'] },
    { text: '{{ "a\n}} {{ .B }}', actions: ['{{ "a\n}}', '{{ .B }}'] },
    { text: '{{ .A', actions: [] },
  ];
  for (const { text, actions } of rows) {
    it(`end where the template's own rules say: ${JSON.stringify(text)}`, () =>
      assert.deepEqual(
        actionsOf(text).map(({ span }) => sliceSpan(text, span)),
        actions,
      ));
  }
});
