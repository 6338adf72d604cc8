import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const root = join(import.meta.dirname, '..', 'src');

/** What each room may import besides itself: folders and files, or `anything`. */
const MAY_IMPORT = tableOf(readFileSync(join(root, 'README.md'), 'utf8'));

/** The first and last cell of the table's rows: `| \`room/\` | … | text, model |`. */
function tableOf(readme: string): ReadonlyMap<string, readonly string[]> {
  const rows = readme.matchAll(/^\| `(\w+)\/` \|.*\| ([^|]*) \|$/gm);
  return new Map(Array.from(rows, ([, room = '', allowed = '']) => [room, allowed.split(', ')]));
}

/** Packages that only some rooms may know. */
const ONLY_IN: readonly { readonly package: RegExp; readonly where: RegExp }[] = [
  { package: /^vscode$/, where: /^client\// },
  { package: /^vscode-languageserver/, where: /^server\// },
  { package: /^vscode-jsonrpc/, where: /^server\/|^client\/session/ },
  { package: /^vscode-languageclient/, where: /^client\/session/ },
  { package: /^node:/, where: /^(node|tools)\/|^(cli\/(main|launch|search-worker)|server\/node)\.ts$/ },
];

interface Import {
  readonly from: string;
  /** A path below `src`, or a package name. */
  readonly to: string;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort();
const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'/g),
  ].map(match => {
    const target = match[1] ?? match[2] ?? '';
    return { from, to: target.startsWith('.') ? posix.join(dirname(from), target) : target };
  });
}

const isOwn = (target: string) => files.includes(target) || /(^|\/)generated\//.test(target);
const room = (path: string) => path.split('/')[0] ?? '';

describe('architecture', () => {
  it('knows every room', () => {
    assert.deepEqual([...new Set(files.map(room))].sort(), [...MAY_IMPORT.keys()].sort());
  });

  it('imports point up the table only', () => {
    const wrong = imports.filter(({ from, to }) => {
      const allowed = MAY_IMPORT.get(room(from)) ?? [];
      if (!isOwn(to) || allowed.includes('anything') || room(to) === room(from)) return false;
      return !allowed.some(entry => to === entry || to.startsWith(`${entry}/`));
    });
    assert.deepEqual(
      wrong.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('hosts are known only where they belong', () => {
    const wrong = imports.filter(({ from, to }) =>
      ONLY_IN.some(rule => rule.package.test(to) && !rule.where.test(from)),
    );
    assert.deepEqual(
      wrong.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('needs nothing of Node in a browser', () => {
    const reached = new Set(['server/browser.ts', 'client/browser.ts']);
    // A set grows while it is walked.
    for (const file of reached) {
      for (const { from, to } of imports) if (from === file && files.includes(to)) reached.add(to);
    }
    assert.ok(reached.has('engine/scan.ts') && reached.has('client/session-files.ts'));
    const onNode = imports.filter(({ from, to }) => reached.has(from) && /^node:|\/node$/.test(to));
    assert.deepEqual(
      onNode.map(({ from, to }) => `${from} imports ${to}`),
      [],
    );
  });

  it('has no file of more than 300 lines, and no room of more than 40 files', () => {
    const written = files.filter(path => !/\/generated\//.test(path));
    const long = written.filter(path => readFileSync(join(root, path), 'utf8').split('\n').length > 301);
    assert.deepEqual(long, [], 'give a part of it a file of its own');
    const folders = new Set(written.map(path => dirname(path)));
    const full = [...folders].filter(folder => written.filter(path => dirname(path) === folder).length > 40);
    assert.deepEqual(full, [], 'divide it by concern');
  });

  it('names no vendor outside the catalog and the bundled rulesets', () => {
    const ids = readdirSync(join(root, 'catalog/vendors')).map(name => name.replace('.jsonc', ''));
    const names = ids.filter(id => !USUAL.has(id)).map(id => id.replaceAll('-', '[-_ ]?'));
    const vendor = new RegExp(
      `\\b(${names.join('|')})\\b|\\b(alicloud|aliyun|alibaba|huawei|tencent|volcengine)`,
      'i',
    );
    assert.ok(names.length > 60);
    const knowing = files.filter(
      path =>
        !/^(catalog|tools)\/|\/generated\//.test(path) &&
        vendor.test(withoutComments(readFileSync(join(root, path), 'utf8'))),
    );
    assert.deepEqual(knowing, []);
  });
});

/** Whom `ruleset init` proposes, and whose formats we read. */
const USUAL = new Set(['aws', 'azure', 'google-cloud']);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}
