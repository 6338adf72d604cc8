import assert from 'node:assert/strict';
import { decode, detectEncoding } from '../../src/engine/decode.ts';
import { encodeLike } from '../../src/engine/encode.ts';

const TEXT = 'region = "cn-hangzhou" # 杭州\r\n';
const utf8 = Buffer.from(TEXT, 'utf8');
const utf16le = Buffer.from(TEXT, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const asciiLe = Buffer.from('region = "cn"\n', 'utf16le');
const asciiBe = Buffer.from(asciiLe).swap16();

describe('decode', () => {
  const readable: readonly [title: string, bytes: Buffer, encoding: string, text: string][] = [
    ['UTF-8', utf8, 'utf-8', TEXT],
    ['UTF-8 with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), 'utf-8', TEXT],
    [
      'UTF-16 LE with a byte order mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]),
      'utf-16le',
      TEXT,
    ],
    [
      'UTF-16 BE with a byte order mark',
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]),
      'utf-16be',
      TEXT,
    ],
    ['UTF-16 LE without a mark', asciiLe, 'utf-16le', 'region = "cn"\n'],
    ['UTF-16 BE without a mark', asciiBe, 'utf-16be', 'region = "cn"\n'],
    ['an empty file', Buffer.alloc(0), 'utf-8', ''],
    ['a replacement character that was written', Buffer.from('a\uFFFDb'), 'utf-8', 'a\uFFFDb'],
  ];
  for (const [title, bytes, encoding, text] of readable) {
    it(`reads ${title}`, () => {
      assert.equal(detectEncoding(bytes), encoding);
      assert.deepEqual(decode('main.tf', bytes), { text, problems: [] });
    });
  }

  it('reads properties that are no UTF-8 as ISO 8859-1, and writes them so', () => {
    const bytes = Buffer.from('name=caf\u00e9\u0080\nregion=cn-hangzhou\n', 'latin1');
    const { text, problems } = decode('app.properties', bytes);
    assert.deepEqual([text, problems], ['name=caf\u00e9\u0080\nregion=cn-hangzhou\n', []]);
    assert.deepEqual(Buffer.from(encodeLike(bytes, text)), bytes);
  });

  const binary: readonly [title: string, bytes: Buffer][] = [
    ['zero bytes at the beginning', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1])],
    ['one zero byte', Buffer.from('region\0= 1')],
    ['a single zero byte', Buffer.alloc(1)],
    ['a zero byte far behind', Buffer.concat([Buffer.alloc(20_000, 'a'), Buffer.alloc(1)])],
  ];
  for (const [title, bytes] of binary) {
    it(`calls binary: ${title}`, () => {
      const { text, problems } = decode('main.tf', bytes);
      assert.equal(text, '');
      assert.deepEqual(
        problems.map(({ code, path }) => [code, path]),
        [['binary', 'main.tf']],
      );
    });
  }

  it('reads around invalid bytes and says where the first one is', () => {
    const latin1 = Buffer.from('# caf\u00e9 cn-hangzhou', 'latin1');
    const { text, problems } = decode('main.tf', latin1);
    assert.equal(text, '# caf\uFFFD cn-hangzhou');
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span]),
      [['invalid-encoding', { start: 5, end: 6 }]],
    );
  });

  it('reads around half a character of UTF-16', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('ab', 'utf16le'),
      Buffer.from([0x00, 0xd8]),
    ]);
    const { text, problems } = decode('main.tf', bytes);
    assert.equal(text, 'ab\uFFFD');
    assert.deepEqual(
      problems.map(problem => problem.code),
      ['invalid-encoding'],
    );
  });
});
