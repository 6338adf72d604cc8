import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fixesOf, fixTree, loadRulesets, Workspace } from '../src/engine/index.ts';
import { ENGLISH } from '../src/report/language.ts';
import { diskTree, testClock } from './support/disk-tree.ts';

/**
 * Every folder below `test/fixes/<kind>` is a small project: `before/`, the same project in `after/` when every fix that
 * works is applied, and in `fixes.txt` what is offered for each finding, with its grade. A `ruleset.jsonc` beside them is
 * the policy. `UPDATE_CASES=1` writes `after/` and `fixes.txt` anew: read the difference before committing it.
 */
const root = join(import.meta.dirname, 'fixes');
/** Kinds of fix that are applied only when they are asked for: in cases of their own. */
const ON_REQUEST: Readonly<Record<string, string>> = { migrate: 'migrate-provider' };
const update = process.env.UPDATE_CASES !== undefined;

describe('fix cases', () => {
  for (const kind of readdirSync(root).sort()) {
    describe(kind, () => {
      for (const name of readdirSync(join(root, kind)).sort()) it(name, () => check(kind, name));
    });
  }
});

async function check(kind: string, name: string): Promise<void> {
  const folder = join(root, kind, name);
  const requested = new Set([ON_REQUEST[kind] ?? '']);
  const before = readFolder(join(folder, 'before'));
  const offered = await offers(folder, requested);
  const run = await fixTree(await open(folder, 'before'), 'guided', undefined, requested);
  const after = { ...before };
  for (const [path, change] of run.changes) {
    assert.equal(change.before, before[path] ?? '');
    after[path] = change.after;
  }
  if (update) writeExpectations(folder, after, offered);
  assert.equal(offered, readFileSync(join(folder, 'fixes.txt'), 'utf8'));
  assert.deepEqual(after, readFolder(join(folder, 'after')));
  const again = await fixTree(await open(folder, 'after'), 'guided', undefined, requested);
  assert.deepEqual([...again.changes.keys()], [], 'a second run changes nothing');
}

async function open(folder: string, part: 'before' | 'after'): Promise<Workspace> {
  const policy = join(folder, 'ruleset.jsonc');
  const sources = existsSync(policy) ? [{ name: 'ruleset.jsonc', text: readFileSync(policy, 'utf8') }] : [];
  const { ruleset, problems } = await loadRulesets(sources);
  assert.deepEqual(problems, []);
  return new Workspace({ tree: diskTree(join(folder, part)), ruleset, clock: testClock });
}

/** What a light bulb would show, after trying it; without what only silences. */
async function offers(folder: string, requested: ReadonlySet<string>): Promise<string> {
  const workspace = await open(folder, 'before');
  const lines: string[] = [];
  const { findings } = await workspace.scan();
  for (const path of new Set(findings.map(finding => finding.path))) {
    const { findings: own, catalog, sources } = await workspace.check(path);
    assert.ok(catalog);
    for (const finding of own.filter(each => each.path === path && !each.suppression)) {
      const line = (sources.get(path)?.lines.positionAt(finding.span.start).line ?? -1) + 1;
      lines.push(`${path}:${line} ${finding.kind} ${finding.value}`);
      const context = { ruleset: workspace.policy, catalog, findings: own, sources };
      for (const described of fixesOf(finding, context)) {
        if (described.silences || (described.onRequest && !requested.has(described.id))) continue;
        const {
          grade,
          preferred,
          title,
          reason,
          commands = [],
        } = await workspace.prove({ finding, fix: described }, sources);
        lines.push(`  ${grade}${preferred ? ', preferred' : ''}: ${ENGLISH.phrase(title)}`);
        if (reason !== undefined) lines.push(`    ${ENGLISH.phrase(reason)}`);
        for (const command of commands) lines.push(`    $ ${command}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function readFolder(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const texts = files.map(entry => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const;
  });
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function writeExpectations(folder: string, after: Readonly<Record<string, string>>, offered: string): void {
  rmSync(join(folder, 'after'), { recursive: true, force: true });
  for (const [path, text] of Object.entries(after)) {
    mkdirSync(dirname(join(folder, 'after', path)), { recursive: true });
    writeFileSync(join(folder, 'after', path), text);
  }
  writeFileSync(join(folder, 'fixes.txt'), offered);
}
