// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what is tested
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { terraform } from '../../src/formats/terraform/index.ts';
import { terraformLock } from '../../src/formats/terraform-lock/index.ts';
import { terraformVariables } from '../../src/formats/terraform-variables/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Extract, Format } from '../../src/model/format.ts';
import { makeSource } from '../../src/text/source.ts';
import type { Span } from '../../src/text/span.ts';

const FORMATS = [terraform, terraformVariables, terraformLock];
const CASES = join(import.meta.dirname, '../cases');

describe('hostile Terraform', () => {
  const extracts = new Map<Format, Extract>();
  before(async () => {
    for (const format of FORMATS) extracts.set(format, await format.load());
  });

  const files = FORMATS.flatMap(format =>
    filesBelow(join(CASES, format.id)).map(path => ({ format, path, text: readFileSync(path, 'utf8') })),
  );

  it('has cases to damage', () => assert.ok(files.length > 30));

  it('any cut of any case keeps every span inside the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), ({ format, path, text }, from, to) => {
        const start = from % (text.length + 1);
        check(
          extracts,
          format,
          path,
          text.slice(start > text.length / 2 ? 0 : start, start + (to % (text.length + 1))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('any insertion into any case keeps every span inside the text', () => {
    const insertion = fc.oneof(
      fc.constantFrom(...'"{}[]()$%<\\#=.\n\0', '${', '%{', '<<EOT\n', '/*', '*/', '\\u', '😀', '\ud800'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        insertion,
        fc.nat({ max: 3 }),
        ({ format, path, text }, at, inserted, dropped) => {
          const position = at % (text.length + 1);
          check(extracts, format, path, text.slice(0, position) + inserted + text.slice(position + dropped));
        },
      ),
      { numRuns: 400 },
    );
  });

  const SIZE = 20_000;
  const bombs: readonly [title: string, text: string][] = [
    ['open brackets', `a = ${'['.repeat(SIZE)}`],
    ['nested lists', `locals {\n a = ${'['.repeat(SIZE)}${']'.repeat(SIZE)}\n}\n`],
    ['open blocks', 'a {\n'.repeat(SIZE / 10)],
    ['open blocks with indentation', ' a {\n'.repeat(SIZE)],
    ['open templates', `a = ${'"${'.repeat(SIZE)}`],
    [
      'directives in directives',
      `locals {\n a = "${'%{ if x }'.repeat(SIZE / 10)}${'%{ endif }'.repeat(SIZE / 10)}"\n}\n`,
    ],
    ['heredocs without end', 'a = <<EOT\n'.repeat(SIZE / 10)],
    ['comments without end', '/* '.repeat(SIZE)],
    ['quotes', '"'.repeat(SIZE)],
    ['white space in a mistake', `a${' '.repeat(SIZE)}\n`],
    ['a long chain of operators', `locals {\n a = ${'b + '.repeat(SIZE)}b\n}\n`],
    ['a long chain of conditionals', `locals {\n a = ${'b ? "c" : '.repeat(SIZE / 10)}d\n}\n`],
    ['steps upon steps', `locals {\n a = ${'('.repeat(95)}{}${`${'.c'.repeat(49)})`.repeat(95)}\n}\n`],
    [
      'operators of every kind in brackets',
      `locals {\n a = ${'!-(b || c && d == e < f + g * '.repeat(95)}h${')'.repeat(95)}\n}\n`,
    ],
    ['signs', `locals {\n a = ${'!-'.repeat(SIZE)}b\n}\n`],
    ['templates without contents', `a = "${'${'.repeat(SIZE * 5)}`],
    ['directives without contents in a heredoc', `a = <<EOT\n${'%{'.repeat(SIZE * 5)}`],
    ['heredocs where none belongs', `a {\n${'<<EOT\n'.repeat(SIZE)}`],
    ['heredocs with ends of others', `a {\n${'<<E\nEOT\n'.repeat(SIZE)}`],
    ['comments without end in a list', `a = [${'/*b\n'.repeat(SIZE * 5)}`],
    ['lists in statements', 'a = [\n'.repeat(SIZE)],
    ['a long name', `locals {\n a = b${'.c'.repeat(SIZE)}\n}\n`],
    ['many arguments', `locals {\n a = f(${'1,'.repeat(SIZE * 7)}1)\n}\n`],
    ['loops in loops', `locals {\n a = ${'[for x in '.repeat(40)}["a", "b"]${' : [x, x]]'.repeat(40)}\n}\n`],
    ['almost hosts', `locals {\n a = "${'a.'.repeat(SIZE)}"\n}\n`],
    ['almost ARNs', `locals {\n a = "${'arn:aws:'.repeat(SIZE)}"\n}\n`],
    ['many suppressions', '# vendor-diligence-ignore x\n'.repeat(SIZE / 10)],
    ['zero characters', '\0'.repeat(SIZE)],
  ];
  for (const [title, text] of bombs) {
    it(`${title}: ends soon`, function () {
      this.timeout(10_000);
      check(extracts, terraform, 'a.tf', text);
    });
  }

  it('JSON: a word that grows ends soon', () => {
    check(extracts, terraform, 'a.tf.json', `{"locals": {"a": "\${x}END${'_'.repeat(SIZE)}"}}`);
  });
});

function check(extracts: ReadonlyMap<Format, Extract>, format: Format, path: string, text: string): void {
  const extraction = extracts.get(format)?.(makeSource(path, text));
  assert.ok(extraction);
  for (const { start, end } of spansOf(extraction)) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
  }
  for (const { span } of extraction.references)
    assert.ok(span.start < span.end, 'a reference underlines something');
}

function spansOf({ references, definitions, calls, comments, problems }: Extraction): Span[] {
  return [
    ...references.flatMap(({ span, value, provider }) => [
      span,
      value.span,
      ...(provider ? [provider.span] : []),
    ]),
    ...definitions.map(({ value }) => value.span),
    ...calls.flatMap(({ span, inputs }) => [span, ...[...inputs.values()].map(input => input.span)]),
    ...comments.flatMap(({ span, block }) => [span, block]),
    ...problems.flatMap(({ span }) => (span ? [span] : [])),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path =>
      statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('expected.txt') ? [] : [path],
    );
}
