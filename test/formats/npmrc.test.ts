import assert from 'node:assert/strict';
import { extractNpmrc } from '../../src/formats/npmrc/extract.ts';
import { ecosystemOfSetting } from '../../src/formats/shared/registries/npm-settings.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { describeReferences } from '../support/describe-reference.ts';

function references(text: string): string[] {
  const source = makeSource('.npmrc', text);
  return describeReferences(extractNpmrc(source), source);
}

describe('.npmrc', () => {
  const cases: readonly [text: string, references: string[]][] = [
    [
      'registry=https://registry.npmmirror.com',
      ['mirror registry.npmmirror.com = https://registry.npmmirror.com for npm'],
    ],
    [
      '@a:registry = "https://r.example.com/npm/"',
      ['mirror r.example.com = https://r.example.com/npm/ for npm'],
    ],
    ['registry=', []],
    ['registry', []],
    ['registry=http://localhost:4873', ['mirror http://localhost:4873 = http://localhost:4873 for npm']],
    [
      'disturl=https://npmmirror.com/mirrors/node',
      ['mirror npmmirror.com = https://npmmirror.com/mirrors/node for node'],
    ],
    [
      'electron_mirror[]=https://npmmirror.com/mirrors/electron/',
      ['mirror npmmirror.com = https://npmmirror.com/mirrors/electron/ for npm-binaries'],
    ],
    ['//r.example.com:80/x/:_authToken=abc', ['host r.example.com = //r.example.com:80/x/']],
    ['//r.example.com/', ['host r.example.com = //r.example.com/']],
    ['https-proxy=proxy.example.com:3128', ['host proxy.example.com = proxy.example.com:3128']],
    ['noproxy=.example.com', []],
    ['email=a@example.com', []],
    ['_auth=aHR0cHM6Ly9hLmV4YW1wbGUuY29t', []],
    ['@a:_password=https://a.example.com', []],
    ['node-options=--require a.example.com', []],
    ['registry=https://u:p@r.example.com/', ['mirror r.example.com = r.example.com/ for npm']],
    ['registry=https://a.com:p@localhost/x', ['mirror localhost/x = localhost/x for npm']],
    ['; registry=https://registry.npmmirror.com', []],
    [
      'registry=https://$' + '{A}.example.com/$' + '{B:-npm}/',
      [
        'mirror $' +
          '{A}.example.com = https://<set-at-run-time>.example.com/{npm|<set-at-run-time>}/ for npm',
      ],
    ],
    ['registry=$' + '{A?}', ['mirror $' + '{A?} = <set-at-run-time> for npm']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(references(text), expected));

  it('never repeats a secret', () => {
    const text =
      '//r.example.com/:_authToken=SECRET\nregistry=https://u:SECRET@r.example.com/\nproxy=http://u:SECRET@p.example.com';
    const extraction = JSON.stringify(extractNpmrc(makeSource('.npmrc', text)));
    assert.ok(!extraction.includes('SECRET'));
  });

  it('gives the comments that may silence, with their section', () => {
    const text = [
      '# vendor-diligence-ignore-next-line x -- why',
      'registry=https://registry.npmmirror.com',
      '# something else',
      '; vendor-diligence-ignore-block x -- why',
      '[a]',
      'b=1',
      '# vendor-diligence-ignore-block x -- why',
      'c=2',
    ].join('\n');
    const { comments } = extractNpmrc(makeSource('.npmrc', text));
    assert.deepEqual(
      comments.map(({ span, block }) => [
        sliceSpan(text, span).slice(0, 34),
        sliceSpan(text, block).trim().slice(0, 20),
      ]),
      [
        ['# vendor-diligence-ignore-next-lin', '# vendor-diligence-i'],
        ['; vendor-diligence-ignore-block x ', '# something else\n; v'],
        ['# vendor-diligence-ignore-block x ', '# something else\n; v'],
      ],
    );
  });
});

describe('ecosystemOfSetting', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    registry: 'npm',
    '@a:registry': 'npm',
    'replace-registry-host': 'npm',
    disturl: 'node',
    'dist-url': 'node',
    sass_binary_site: 'npm-binaries',
    'electron-mirror': 'npm-binaries',
    ELECTRON_MIRROR: 'npm-binaries',
    canvas_binary_host_mirror: 'npm-binaries',
    chromedriver_cdnurl: 'npm-binaries',
    puppeteer_download_base_url: 'npm-binaries',
    sharp_dist_base_url: 'npm-binaries',
    mirror: undefined,
    proxy: undefined,
    'registry-timeout': undefined,
  };
  for (const [name, expected] of Object.entries(cases)) {
    it(name, () => assert.equal(ecosystemOfSetting(name), expected));
  }
});
