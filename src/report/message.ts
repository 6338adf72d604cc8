import type { Evidence } from '../model/catalog.ts';
import type { Facts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { neutralise } from '../text/neutralise.ts';
import { AUDIENCE_WORDS, countryName, KIND_WORDS, listWords, placeWords, ROLE_WORDS } from './words.ts';

/** What messages need besides the finding. */
export interface MessageContext {
  readonly facts: Pick<Facts, 'vendor' | 'evidence'>;
  readonly ruleset: Pick<Ruleset, 'approved'>;
}

/**
 * The finding in one plain line: who and which operator · what on this line · which act, its status and date, whom
 * it binds · what is approved instead. Plain text, without control characters.
 */
export function findingMessage(finding: Finding, context: MessageContext): string {
  if (finding.kind === 'suppression') return neutralise(`This ${KIND_WORDS.suppression} ${finding.value}.`);
  if (finding.unlisted !== undefined) return neutralise(unlistedSentences(finding, finding.unlisted));
  const sentences = [
    subject(finding, context),
    ...actSentence(finding, context),
    ...approvedSentence(finding, context),
  ];
  return neutralise(sentences.join(' '));
}

/** There is no vendor to name: what it is, why it is flagged, and what to do. */
export function unlistedSentences(finding: Finding, name: string): string {
  return `Not approved: ${KIND_WORDS[finding.kind]} ${finding.value}. It belongs to no vendor of the catalog, and the ruleset approves only what it names: use an approved one, or add "${name}" to "approved.sources".`;
}

function subject(finding: Finding, { facts }: MessageContext): string {
  const vendor = facts.vendor(finding.vendor);
  const name = vendor?.name ?? finding.vendor;
  const home = vendor ? ` (${countryName(vendor.jurisdiction.country)})` : '';
  return `${name}${home}: ${thing(finding)}${where(finding)}${brought(finding)}.`;
}

function thing(finding: Finding): string {
  const role = finding.role && finding.role !== 'none' ? `, ${ROLE_WORDS[finding.role]}` : '';
  const what =
    finding.relationship === 'mirror' && finding.kind !== 'mirror'
      ? `${KIND_WORDS[finding.kind]} from a mirror`
      : KIND_WORDS[finding.kind];
  return `${what} ${finding.value}${role}`;
}

function where(finding: Finding): string {
  const place = placeWords(finding);
  if (place === undefined) return '';
  const region =
    finding.region !== undefined && finding.region !== finding.value ? ` (${finding.region})` : '';
  const operator = finding.operator === undefined ? '' : `, operated by ${finding.operator}`;
  return `, in ${place}${region}${operator}`;
}

function brought({ via }: Finding): string {
  const [direct] = via;
  return direct === undefined || via.length < 2 ? '' : `, brought in by ${via.slice(0, -1).join(' › ')}`;
}

/** The act that decided, else none: a mirror is flagged by policy, not by an act. */
function actSentence(finding: Finding, { facts }: MessageContext): string[] {
  const decisive = finding.trace.find(step => step.step === 'evidence');
  const evidence = decisive ? facts.evidence(decisive.evidence) : undefined;
  if (!evidence || finding.relationship === 'mirror') return [];
  return [
    `${evidence.title} (${evidence.status.replaceAll('-', ' ')} as of ${evidence.asOf})${bindsWords(evidence)}.`,
  ];
}

function bindsWords({ binds }: Evidence): string {
  return binds.length === 0 ? '' : ` binds ${listWords(binds.map(audience => AUDIENCE_WORDS[audience]))}`;
}

function approvedSentence(finding: Finding, { facts, ruleset }: MessageContext): string[] {
  if (finding.relationship === 'mirror') {
    const registry =
      finding.ecosystem === undefined ? undefined : ruleset.approved.registries[finding.ecosystem];
    return [
      registry === undefined
        ? "Approved instead: the tool's default registry."
        : `Approved instead: ${registry}.`,
    ];
  }
  if (ruleset.approved.vendors.includes(finding.vendor)) return ['Approved instead: its regions elsewhere.'];
  const ids = new Set([...ruleset.approved.prefer, ...ruleset.approved.vendors]);
  const names = [...ids].map(id => facts.vendor(id)?.name ?? id);
  return names.length === 0 ? [] : [`Approved instead: ${names.slice(0, 3).join(', ')}.`];
}
