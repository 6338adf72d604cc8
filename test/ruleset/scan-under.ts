import { loadRulesets, scan } from '../../src/engine/index.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** What a scan of the texts says under bundled rulesets and a repository's own: `path:line severity rule vendor value`. */
export async function scanUnder(
  bundled: readonly string[],
  texts: Readonly<Record<string, string>>,
  own?: object,
): Promise<string[]> {
  const sources = bundled.map(name => ({ bundled: `vendor-diligence:${name}` }));
  const repository = own ? [{ name: 'own.jsonc', text: JSON.stringify(own) }] : [];
  const { ruleset, problems } = await loadRulesets([...sources, ...repository]);
  if (problems.length > 0) throw new Error(problems.map(problem => problem.message).join('\n'));
  const { findings } = await scan({ tree: memoryTree(texts), ruleset, clock: testClock });
  return findings.map(({ path, span, severity, rule, vendor, value }) => {
    const line = (texts[path] ?? '').slice(0, span.start).split('\n').length;
    return [`${path}:${line}`, severity, rule, vendor, value].filter(Boolean).join(' ');
  });
}
