import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { checkSync } from 'recheck';
import { loadCatalog, loadRulesets, scan } from '../../src/engine/index.ts';
import { candidatesFor } from '../../src/fixes/package/candidates.ts';
import { classify } from '../../src/formats/classify.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';
import { takesAtMost } from '../support/time.ts';

/** Texts on which a regular expression once took time without end. */
describe('texts that keep regular expressions busy', () => {
  it('comments with CRLF before the mark of cloud-init', async () => {
    await takesAtMost(2000, () => {
      classify('user-data.yaml', `${'##\r\n'.repeat(2000)}x`);
    });
  });

  it('many decorators on one line of Bicep', async () => {
    await takesAtMost(5000, async () => {
      const text = `resource a 'Microsoft.Web/sites@2022-09-01' = {\n  ${'@a()'.repeat(2000)} x: 'chinaeast2'\n}\n`;
      const { ruleset } = await loadRulesets([]);
      await scan({ tree: memoryTree({ 'main.bicep': text }), ruleset, clock: testClock });
    });
  });

  it('a vendor of a ruleset with much punctuation in its host', async () => {
    const value = `a${'-'.repeat(100_000)}z.example`;
    const sourced = { source: 'https://my-cloud.example/', date: '2026-11-23' };
    const vendor = {
      id: 'my-cloud',
      name: 'My Cloud',
      homepage: 'https://my-cloud.example/',
      jurisdiction: { country: 'DE', ...sourced },
      indicators: [{ kind: 'host', match: 'suffix', values: [value], ...sourced }],
    };
    const text = JSON.stringify({ vendors: [vendor] });
    const { ruleset, problems } = await loadRulesets([{ name: 'policy.jsonc', text }]);
    assert.deepEqual(problems, []);
    await takesAtMost(2000, () => scan({ tree: memoryTree({}), ruleset, clock: testClock }));
  });

  it('a version of many numbers in a ruleset', async () => {
    const { ruleset } = await loadRulesets([]);
    const catalog = await loadCatalog();
    const replacements = [{ from: 'pkg:npm/a', to: `pkg:npm/b@1${'.1'.repeat(50_000)}!` }];
    await takesAtMost(1000, () => {
      const [candidate] = candidatesFor('pkg:npm/a', { ruleset: { ...ruleset, replacements }, catalog });
      assert.equal(candidate?.version, undefined);
    });
  });
});

/**
 * Every regular expression of the sources takes time in proportion to its text: `recheck` looks for texts on which it
 * does not (https://makenowjust-labs.github.io/recheck/). What it has found good is remembered in `expressions.txt`, because to
 * look takes minutes; `UPDATE_EXPRESSIONS=1` writes the list anew.
 */
describe('regular expressions', () => {
  const list = join(import.meta.dirname, 'expressions.txt');
  const known = new Set(readFileSync(list, 'utf8').split('\n'));

  it('take no more than time in proportion to the text', function () {
    this.timeout(600_000);
    const used = expressionsOf(join(import.meta.dirname, '../../src'));
    const bad: string[] = [];
    for (const [written, { pattern, flags, place }] of used) {
      if (known.has(written) || EXCUSED.has(written)) continue;
      const { status, ...rest } = checkSync(pattern, flags, { timeout: 60_000 });
      if (status === 'safe') known.add(written);
      else bad.push(`${place} ${written} ${'attack' in rest ? rest.attack.pattern : ''}`);
    }
    if (process.env.UPDATE_EXPRESSIONS === '1') {
      const kept = [...known].filter(written => used.has(written)).sort();
      writeFileSync(list, `${kept.join('\n')}\n`);
    }
    assert.deepEqual(bad, []);
    assert.ok(used.size > 500);
  });

  it('that are excused exist', () => {
    const used = expressionsOf(join(import.meta.dirname, '../../src'));
    assert.deepEqual(
      [...EXCUSED.keys()].filter(written => !used.has(written)),
      [],
    );
  });
});

const PIECE = 'It is given a path, an address, a version, or a piece of some thousand characters at most.';
const BOUNDED =
  'From each place where it can begin it looks at a bounded number of characters, or up to the next one.';
const OWN = 'It is given a file of this project.';
const BACKTICK = '`';

/** Those that `recheck` finds texts for, and why such a text cannot come, or is short. */
const EXCUSED: ReadonlyMap<string, string> = new Map([
  ...excused(PIECE, [
    String.raw`/"(?:[^"\\\r\n]|\\.)*"\s*:\s*"$/`,
    String.raw`/^[ \t]*(?:export[ \t]+)?[^\s=:#;[][^=#;]*?[ \t]*[=:][ \t]*["']?$/`,
    String.raw`/&&|;(?=\s)|(?<=\s);|(?<![\\${BACKTICK}][ \t]*)(?:\r\n|\r|\n)/g`,
    String.raw`/(?:\s|[\\${BACKTICK}](?=\r|\n))*$/`,
    String.raw`/((?:[a-z][a-z0-9+.-]*\\?:)?(?:\\?\/){2})([^\s/@"'<>]*@)?$/i`,
    String.raw`/\.bicepparam$|[.-]?param(?:eter)?s?\b[^/]*\.json$/i`,
    String.raw`/(?:^|\/)helmfile\.d(?:\/.*)?$/`,
    String.raw`/\$\{.*\}/g`,
    String.raw`/^Content-Type:\s*multipart\/[^\n]*(?:\n[ \t]+[^\n]*)?\bboundary="?([^"\s;]{1,70})/im`,
  ]),
  ...excused(BOUNDED, [
    String.raw`/\$\{\{((?:[^}]|\}(?!\})){0,500})\}\}/g`,
    String.raw`/\$\[([^\]]{0,500})\]/g`,
    String.raw`/--([\w-]{1,100})(?:=|\s+)["']?([^\s"'-][^\s"']*)/g`,
    String.raw`/\$\[\[([^\]]{0,500})\]\]/g`,
    String.raw`/\{\{([^}]{0,500})\}\}/g`,
    String.raw`/\{\{[^}\n]{0,200}?(?:\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\btoYaml\b|\binclude[ \t]+["(])/`,
    String.raw`/\[(?:"[^"]{0,200}"|[^\]"]{0,200})\]/g`,
  ]),
  ...excused(OWN, [String.raw`/(<!-- formats:start[^<>]*-->\n)[\s\S]*?(<!-- formats:end -->)/`]),
]);

function excused(reason: string, expressions: readonly string[]): [string, string][] {
  return expressions.map(written => [written, reason]);
}

interface Expression {
  readonly pattern: string;
  readonly flags: string;
  readonly place: string;
}

/**
 * All that are written below a folder, by how they are written. A part that is only known at run time is taken for one
 * letter.
 */
function expressionsOf(folder: string): ReadonlyMap<string, Expression> {
  const expressions = new Map<string, Expression>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!file.endsWith('.ts') || file.includes('generated')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const add = (pattern: string, flags: string, start: number) => {
      const line = text.slice(0, start).split('\n').length;
      expressions.set(`/${pattern}/${flags}`, { pattern, flags, place: `${file}:${line}` });
    };
    const visitor = new Visitor({
      Literal(node) {
        if ('regex' in node) add(node.regex.pattern, node.regex.flags, node.start);
      },
      NewExpression({ callee, arguments: [pattern, flags], start }) {
        if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return;
        if (pattern?.type !== 'TemplateLiteral') return;
        const parts = pattern.quasis.map(({ value }) => value.cooked ?? '');
        add(parts.join('a'), flags?.type === 'Literal' ? String(flags.value) : '', start);
      },
    });
    visitor.visit(parseSync(file, text).program);
  }
  return expressions;
}
