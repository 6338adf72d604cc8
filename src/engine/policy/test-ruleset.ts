import type { Finding } from '../../model/finding.ts';
import { isNotice } from '../../model/finding.ts';
import { placeInData } from '../../model/read-data.ts';
import type { Ruleset, RulesetTest } from '../../model/ruleset.ts';
import { LineIndex } from '../../text/line-index.ts';
import type { Span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { Clock, FileTree } from '../ports.ts';
import { scan } from '../scan.ts';
import type { CheckedRuleset } from './check-ruleset.ts';
import type { RulesetTextSource } from './rulesets.ts';

/** How one test of a ruleset went. */
export interface TestOutcome {
  readonly name: string;
  readonly isGood: boolean;
  /** Where in the ruleset the test stands. */
  readonly span: Span;
  /** One line for each expected finding that is not there. */
  readonly missing: readonly string[];
  /** One line for each finding that nobody expected. */
  readonly unexpected: readonly string[];
  /** Why the snippet could not be read. */
  readonly problems: readonly Phrase[];
}

/** Runs the tests that the ruleset itself carries, under the policy that it makes. */
export async function testRuleset(
  { text, name }: RulesetTextSource,
  { ruleset, layers }: CheckedRuleset,
  clock: Clock,
): Promise<TestOutcome[]> {
  const tests = layers.find(layer => layer.name === name)?.file.tests ?? [];
  const outcomes: TestOutcome[] = [];
  for (const [index, test] of tests.entries()) {
    const span = placeInData(text, ['tests', index, 'file']);
    outcomes.push({ ...(await runTest(test, ruleset, clock)), name: test.name ?? nameOf(test), span });
  }
  return outcomes;
}

function nameOf({ rule, file, finds }: RulesetTest): string {
  return `${rule ?? 'all rules'} ${finds.length === 0 ? 'finds nothing' : 'finds'} in ${file}`;
}

async function runTest(test: RulesetTest, ruleset: Ruleset, clock: Clock) {
  const snippet = typeof test.text === 'string' ? test.text : test.text.join('\n');
  const { findings, problems } = await scan({ tree: treeOf(test.file, snippet), ruleset, clock });
  const lines = new LineIndex(snippet);
  const found = findings
    .filter(
      finding => !isNotice(finding) && !finding.suppression && (test.rule ?? finding.rule) === finding.rule,
    )
    .map(finding => ({ ...finding, line: lines.positionAt(finding.span.start).line + 1 }));
  const left = [...found];
  const missing = test.finds.filter(expected => {
    const at = left.findIndex(finding => fits(expected, finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return {
    isGood: missing.length + left.length + problems.length === 0,
    missing: missing.map(({ line, severity, vendor, value }) => rowOf(line, severity, vendor, value)),
    unexpected: left.map(({ line, severity, vendor, value, rule }) =>
      rowOf(line, severity, vendor, value, test.rule === undefined ? rule : undefined),
    ),
    problems: problems.map(problem => problem.message),
  };
}

type Expected = RulesetTest['finds'][number];

function fits(expected: Expected, finding: Finding & { readonly line: number }): boolean {
  const { severity, value, vendor, line } = expected;
  return (
    severity === finding.severity &&
    (value ?? finding.value) === finding.value &&
    (vendor ?? finding.vendor) === finding.vendor &&
    (line ?? finding.line) === finding.line
  );
}

function rowOf(line: number | undefined, ...words: readonly (string | undefined)[]): string {
  const place = line === undefined ? 'any line' : `line ${line}`;
  return [`${place}:`, ...words.filter(word => word !== undefined && word !== '')].join(' ');
}

/** One file in memory. */
function treeOf(file: string, text: string): FileTree {
  return {
    list: async () => ({ files: [file], problems: [] }),
    read: path =>
      path === file
        ? { ok: true, text }
        : { ok: false, problem: { code: 'unreadable', path, message: phrase('problem.not-in-test') } },
  };
}
