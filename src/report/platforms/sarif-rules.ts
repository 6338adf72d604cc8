import type { ReportingDescriptor } from 'sarif';
import type { Evidence } from '../../model/evidence.ts';
import type { Finding } from '../../model/finding.ts';
import { SEVERITIES, type Severity } from '../../model/vocabulary.ts';
import { groupBy } from '../../text/group-by.ts';
import { languageOf, statusWords } from '../acts.ts';
import { escapeMarkdown, link } from '../markdown.ts';
import type { ScanReport } from '../report.ts';
import { shortened } from '../shortened.ts';
import { concernWords } from '../words.ts';
import { sarifText } from './sarif-text.ts';

/** How many acts a rule's help names; the findings' messages name their own. */
const NAMED_ACTS = 15;

/** Longer texts of rules are cut off by GitHub. */
const LONGEST = { name: 255, description: 1024 };
const COLUMNS = ['act', 'authority', 'status'] as const;

/** CVSS-like numbers that GitHub sorts security alerts by: high, medium and low. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: '7.0',
  warning: '5.0',
  information: '3.0',
  hint: '1.0',
};

/** The rules that have findings, in the order of their ids, each with help in Markdown. */
export function rulesOf(findings: readonly Finding[], report: ScanReport): ReportingDescriptor[] {
  const byRule = groupBy(findings, finding => finding.rule);
  return [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, group]) => ruleOf(id, group, report));
}

function ruleOf(id: string, findings: readonly Finding[], report: ScanReport): ReportingDescriptor {
  const description = descriptionOf(id, report);
  const text = sarifText(description);
  const worst = SEVERITIES.find(severity => findings.some(each => each.severity === severity)) ?? 'hint';
  const concerns = [...new Set(findings.flatMap(each => each.concerns))].sort();
  return {
    id,
    name: pascalCase(id).slice(0, LONGEST.name),
    shortDescription: { text },
    fullDescription: { text },
    help: {
      text,
      markdown: helpOf(description, findings, report),
    },
    properties: {
      tags: ['security', 'supply-chain', ...concerns],
      precision: 'high',
      'security-severity': SECURITY_SEVERITIES[worst],
    },
  };
}

function descriptionOf(id: string, report: ScanReport): string {
  const { ruleset } = report;
  const language = languageOf(report);
  const described = ruleset.rules.find(rule => rule.id === id)?.description;
  const text =
    described === undefined
      ? language.say('sarif.rule', { rule: id, ruleset: ruleset.name })
      : language.words(described);
  return shortened(text, LONGEST.description);
}

function helpOf(description: string, findings: readonly Finding[], report: ScanReport): string {
  const acts = [...new Set(findings.flatMap(each => each.evidence))].flatMap(
    id => report.facts.evidence(id) ?? [],
  );
  const concerns = [...new Set(findings.flatMap(each => each.concerns))].sort();
  const language = languageOf(report);
  const names = concerns.map(concern => concernWords(concern, language));
  const columns = COLUMNS.map(name => language.say(`report.${name}`));
  return [
    escapeMarkdown(description),
    ...(concerns.length > 0 ? ['', language.say('sarif.concerns', { concerns: names.join(', ') })] : []),
    ...(acts.length > 0 ? ['', `| ${columns.join(' | ')} |`, '| --- | --- | --- |'] : []),
    ...acts.slice(0, NAMED_ACTS).map(act => actRow(act, report)),
    '',
    language.say('sarif.help', { comment: '`vendor-diligence-ignore`' }),
  ].join('\n');
}

function actRow(act: Evidence, report: ScanReport): string {
  const { title, url, authority } = languageOf(report).evidence(act);
  return `| ${link(title, url)} | ${escapeMarkdown(authority)} | ${escapeMarkdown(statusWords(act, report))} |`;
}

/** SARIF wants names that a program can use as identifiers. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_match, first: string) => first.toUpperCase());
}
