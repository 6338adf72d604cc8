import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { compose } from '../../src/formats/compose/index.ts';
import { dockerfile } from '../../src/formats/dockerfile/index.ts';
import { dotenv } from '../../src/formats/dotenv/index.ts';
import { kubernetes } from '../../src/formats/kubernetes/index.ts';
import type { Extract } from '../../src/model/format.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { assertSound } from '../support/assert-extraction.ts';

describe('damaged text', () => {
  for (const format of [dockerfile, dotenv, compose, kubernetes]) {
    describe(format.id, () => {
      const texts = caseTexts(format.id);
      let extract: Extract;
      before(async () => {
        extract = await format.load();
      });

      it('cut anywhere is read without an error', () => {
        for (const text of texts.filter(each => each.length < 5000)) {
          const step = Math.max(1, Math.floor(text.length / 60));
          for (let end = 0; end <= text.length; end += step) check(extract, text.slice(0, end));
        }
      }).timeout(60_000);

      it('changed anywhere is read without an error', () => {
        const change = fc.constantFrom(
          '"',
          "'",
          '\n',
          '\r',
          '\t',
          '{',
          '[',
          ']',
          '}',
          ': ',
          '- ',
          '&a ',
          '*a',
          '|\n',
          '#',
          '\\',
          '$',
          '${',
          '$(',
          '`',
          '<<E\n',
          '\0',
          '\u{1F433}',
          '\ud800',
        );
        fc.assert(
          fc.property(
            fc.constantFrom(...texts),
            fc.nat(),
            fc.nat(3),
            change,
            (text, at, removed, inserted) => {
              const position = at % (text.length + 1);
              check(extract, text.slice(0, position) + inserted + text.slice(position + removed));
            },
          ),
          { numRuns: 300 },
        );
      }).timeout(60_000);
    });
  }
});

function check(extract: Extract, text: string): void {
  const source = makeSource('folder/file', text);
  const extraction = extract(source);
  assertSound(extraction, source);
  for (const { kind, span, value } of extraction.references) {
    const underlined = sliceSpan(text, span);
    assert.notEqual(underlined, '', kind);
    // What is written letter for letter must be part of what is compared.
    const isVerbatim = value.type === 'literal' && !/[\\$\s'"]/.test(underlined);
    if (isVerbatim && kind === 'host')
      assert.ok(value.value.includes(underlined), `${underlined} in ${value.value}`);
  }
}

function caseTexts(format: string): string[] {
  const root = join(import.meta.dirname, '..', 'cases', format);
  return readdirSync(root).flatMap(name =>
    readdirSync(join(root, name))
      .filter(file => file !== 'expected.txt')
      .map(file => readFileSync(join(root, name, file), 'utf8')),
  );
}
