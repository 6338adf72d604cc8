import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visit } from 'jsonc-parser';
import type { JsonToken } from '../../src/parsers/json-token.ts';
import { visitJson } from '../../src/parsers/json-visit.ts';
import { makeSource } from '../../src/text/source.ts';

/** What our reader tells of a text. */
function ours(text: string): { events: string[]; problems: string[] } {
  const events: string[] = [];
  const tell = (what: string, token: JsonToken): void => {
    const value = what === 'key' || token.type === 'string' ? token.decoded() : JSON.parse(token.decoded());
    events.push(`${what} ${JSON.stringify(value)} ${token.start}`);
  };
  const problems = visitJson(makeSource('a.json', text), {
    begin: (kind, offset) => events.push(`${kind} ${offset}`),
    end: end => events.push(`end ${end}`),
    key: token => tell('key', token),
    value: token => tell('value', token),
  });
  return { events, problems: problems.map(problem => problem.code) };
}

/** What jsonc-parser tells of it, in the same words. */
function theirs(text: string): { events: string[]; problems: string[] } {
  const events: string[] = [];
  const problems: string[] = [];
  const start = (offset: number): number => (text[offset] === '"' ? offset + 1 : offset);
  visit(
    text,
    {
      onObjectBegin: offset => void events.push(`map ${offset}`),
      onArrayBegin: offset => void events.push(`list ${offset}`),
      onObjectEnd: (offset, length) => events.push(`end ${offset + length}`),
      onArrayEnd: (offset, length) => events.push(`end ${offset + length}`),
      onObjectProperty: (key, offset) => events.push(`key ${JSON.stringify(key)} ${start(offset)}`),
      onLiteralValue: (value, offset) => events.push(`value ${JSON.stringify(value)} ${start(offset)}`),
      onError: () => problems.push('syntax-error'),
    },
    { allowTrailingComma: true, allowEmptyContent: true },
  );
  return { events, problems };
}

/** Texts that look like JSON and mostly are not. */
const almostJson = fc
  .array(
    fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"a"',
        '"b":',
        '"a": 1',
        '"',
        '\\',
        '\\n',
        '\\u0041',
        '\\u00',
        '0',
        '-1.5e+3',
      ],
      ...[
        '01',
        '-',
        'true',
        'null',
        'nul',
        '//',
        '/*',
        '*/',
        '/',
        '\n',
        '\r\n',
        ' ',
        '\t',
        'ü',
        '😀',
        '\ud800',
      ],
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''));

describe('visitJson', () => {
  it('tells of valid JSON what jsonc-parser tells', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indentation) => {
        const written = JSON.stringify(JSON.parse(text), null, indentation);
        assert.deepEqual(ours(written), theirs(written));
      }),
    );
  });

  it('finds nothing wrong where jsonc-parser does not, and then says the same', () => {
    fc.assert(
      fc.property(almostJson, text => {
        const expected = theirs(text);
        if (expected.problems.length === 0) assert.deepEqual(ours(text), expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds something wrong where JSON.parse does, comments and trailing commas aside', () => {
    fc.assert(
      fc.property(almostJson, text => {
        // The scanner lets control characters in strings through, and a text without any value is no mistake.
        if (/[/\t]/.test(text) || /,\s*[}\]]/.test(text) || text.trim() === '') return;
        assert.equal(ours(text).problems.length === 0, isJson(text), JSON.stringify(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('ends whatever it begins, inside the text and in its order', () => {
    fc.assert(
      fc.property(almostJson, text => {
        const { events } = ours(text);
        const begun = events.filter(event => /^(?:map|list) /.test(event)).length;
        assert.equal(events.filter(event => event.startsWith('end ')).length, begun);
        const offsets = events.map(event => Number(/\d+$/.exec(event)?.[0]));
        assert.deepEqual(
          offsets,
          offsets.toSorted((a, b) => a - b),
        );
        assert.ok(offsets.every(offset => offset <= text.length));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads on after a mistake', () => {
    const cases: readonly [text: string, told: string][] = [
      ['{"a" "b": 1}', 'map,key "a",key "b",value 1,end'],
      ['{"a" 1, "b": 2}', 'map,key "a",value 1,key "b",value 2,end'],
      ['{"a": "x" "b": 2}', 'map,key "a",value "x",key "b",value 2,end'],
      ['{"a": [1, 2, "b": 3}', 'map,key "a",list,value 1,value 2,value "b",value 3,end,end'],
      ['{"a": {"b": 1], "c": 2}', 'map,key "a",map,key "b",value 1,key "c",value 2,end,end'],
      ['[{"a": 1]', 'list,map,key "a",value 1,end,end'],
      ['{{"a": {}}, "b": 1}', 'map,key "b",value 1,end'],
      ['{a: 1, "b": 2}', 'map,key "b",value 2,end'],
      ['[\'a\', "b"]', 'list,value "b",end'],
      ['[1 2,,3]', 'list,value 1,value 2,value 3,end'],
      ['}{"a": 1}', 'map,key "a",value 1,end'],
    ];
    for (const [text, told] of cases) {
      const { events, problems } = ours(text);
      const words = events.map(event => event.replace(/ \d+$/, '')).join();
      assert.deepEqual([text, words, problems], [text, told, ['syntax-error']]);
    }
  });

  it('leaves out what is nested too deep and reads the rest', () => {
    const deep = `${'[{"x":'.repeat(150_000)}1${'}]'.repeat(150_000)}`;
    const { events, problems } = ours(`{"a": ${deep}, "b": 2}`);
    assert.deepEqual(problems, ['too-deep']);
    assert.equal(events.at(-2)?.replace(/ \d+$/, ''), 'value 2');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
