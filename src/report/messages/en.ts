import type { Effect, Evidence, NamedAs } from '../../model/catalog.ts';
import type { FindingKind } from '../../model/finding.ts';
import type { Audience, Concern, DataRole, Relationship, Severity } from '../../model/vocabulary.ts';

/** The keys that the vocabulary demands: a new word without a text does not compile. */
type VocabularyKey =
  | `kind.${FindingKind}`
  | `role.${DataRole}`
  | `relationship.${Relationship}`
  | `audience.${Audience}`
  | `concern.${Concern}`
  | `definition.${Concern}`
  | `status.${Evidence['status']}`
  | `act.${Evidence['kind']}`
  | `effect.${Effect}`
  | `named.${Exclude<NamedAs, 'jurisdiction' | 'location'>}`
  | `severity.${Severity}`;

/**
 * Every text of the product in English: the other languages have the same keys and the same placeholders. A `{name}` is
 * filled in; keys that end in `.one` and `.other` are chosen by a number.
 */
export const en = {
  'kind.provider': 'provider',
  'kind.resource': 'resource',
  'kind.data-source': 'data source',
  'kind.module': 'module',
  'kind.backend': 'state backend',
  'kind.region': 'region',
  'kind.partition': 'partition',
  'kind.image': 'container image',
  'kind.package': 'package',
  'kind.mirror': 'mirror',
  'kind.host': 'endpoint',
  'kind.action': 'workflow action',
  'kind.chart': 'chart',
  'kind.plugin': 'plug-in',
  'kind.api-group': 'API group',
  'kind.annotation': 'annotation',
  'kind.driver': 'driver',
  'kind.environment-variable': 'environment variable',
  'kind.command': 'command',
  'kind.suppression': 'suppression comment',
  'kind.exception': 'exception',
  'kind.override': 'override',

  'role.data-store': 'stores data',
  'role.compute': 'runs workloads',
  'role.network': 'carries traffic',
  'role.identity': 'manages identities',
  'role.secrets': 'holds secrets',
  'role.logging': 'collects logs',
  'role.ai': 'receives prompts and files',
  'role.none': 'holds no content',

  'relationship.service': 'service of the vendor',
  'relationship.service-sdk': "SDK that calls the vendor's service",
  'relationship.deploy-tool': 'tool that deploys to the vendor',
  'relationship.ai-api': 'AI API: prompts and files go to the vendor',
  'relationship.telemetry': 'telemetry that goes to the vendor',
  'relationship.mirror': 'copy of a public registry, run by the vendor',
  'relationship.open-source': 'open-source code; no data goes to the vendor',

  'audience.us': 'persons subject to US jurisdiction',
  'audience.us-federal-agency': 'US federal agencies',
  'audience.us-federal-contractor': 'US federal contractors',
  'audience.us-defense-contractor': 'US defence contractors',
  'audience.us-state-TX': 'agencies of the State of Texas',
  'audience.eu': 'organisations subject to EU law',
  'audience.financial-eu': 'EU financial entities',
  'audience.gb': 'organisations subject to UK law',
  'audience.au': 'Australian government entities',
  'audience.tw': 'Taiwanese government agencies',

  'concern.government-access': 'access by authorities',
  'concern.data-residency': 'data residency',
  'concern.ip-theft': 'intellectual property',
  'concern.service-cutoff': 'service cut-off',
  'concern.supply-chain-integrity': 'supply-chain integrity',
  'concern.regulatory-prohibition': 'prohibition',
  'concern.regulatory-listing': 'listing',
  'concern.regulatory-review': 'review',
  'concern.ai-data-use': 'use of data by AI services',

  'definition.government-access':
    'An authority can lawfully require the provider or operator to give access to customer data, possibly without telling the customer.',
  'definition.data-residency':
    'Where data is stored, or from where it is reached, puts it under a regime that restricts or forces transfer.',
  'definition.ip-theft': 'Trade secrets or source code could be taken through the provider.',
  'definition.service-cutoff':
    'The provider can be ordered, or can choose, to stop the service or to block logins.',
  'definition.supply-chain-integrity':
    'The product, its updates or the handling of its vulnerabilities can be influenced.',
  'definition.regulatory-prohibition':
    'Using, buying or contracting is forbidden to those whom an act binds.',
  'definition.regulatory-listing':
    'A list names the vendor, its group or its country; it forbids only what its act says, to those whom it binds.',
  'definition.regulatory-review': 'An authority reviews, proposes or litigates; no rule binds yet.',
  'definition.ai-data-use':
    'Prompts, files or logs that are sent to an AI service may be kept in a jurisdiction or used for training.',

  'status.in-force': 'in force',
  'status.in-force-contested': 'in force, contested',
  'status.adopted': 'adopted',
  'status.announced': 'announced',
  'status.proposed': 'proposed',
  'status.non-binding': 'non-binding',
  'status.suspended': 'suspended',
  'status.lapsed': 'lapsed',
  'status.superseded': 'superseded',
  'status.revoked': 'revoked',
  'status.withdrawn': 'withdrawn',
  'status.removed': 'removed',
  'status.pending': 'pending',
  'status.decided': 'decided',
  'status.reported': 'reported',
  'status.alleged': 'alleged',
  'status.recorded': 'recorded',
  'status.closed': 'closed',
  'status.unknown': 'status unknown',
  'status.as-of': '{status}, as of {day}',
  'status.last-checked': '{status}, last checked {day}',

  'act.law': 'Laws',
  'act.listing': 'Listings',
  'act.investigation': 'Reviews and reports',
  'act.order': 'Orders',
  'act.court': 'Court cases',
  'act.incident': 'Incidents',
  'act.standard': 'Standards and statements',
  'act.service-exit': 'Service exits',

  'effect.prohibits-use': 'prohibits certain uses or dealings',
  'effect.prohibits-procurement': 'limits procurement',
  'effect.prohibits-government-use': 'limits government use',
  'effect.prohibits-sector-use': 'limits use in one sector',
  'effect.prohibits-subsidy-and-authorisation': 'limits subsidies and equipment authorisations',
  'effect.restricts-data-transactions': 'limits certain data transactions',
  'effect.restricts-supply-to-vendor': 'limits supply to those whom it covers',
  'effect.regulates-transfer': 'regulates transfers of personal data',
  'effect.compels-assistance': 'gives authorities powers over those whom it covers',
  'effect.requires-localisation': 'regulates where data is stored',
  'effect.reviews': 'is a review: no rule binds',
  'effect.proposes': 'is a proposal: it binds nobody yet',
  'effect.contests': 'is a pending case',
  'effect.alleges': 'is an allegation',
  'effect.restricts-securities': 'limits trade in securities',
  'effect.informs': 'is background',
  'effect.authorises-action': 'lets an authority act; it restricts nobody by itself',
  'effect.none-now': 'has no effect now',
  'effect.removes': 'ended an earlier measure',

  'named.exact': 'names the vendor',
  'named.parent': 'names the parent',
  'named.affiliate': 'names an affiliate',
  'named.sister-product': 'is about another product of the group',
  'named.former-parent-unverified': 'names a former parent; the present ownership was not verified',
  'named.not-named': 'does not name the vendor',
  'named.jurisdiction': 'concerns vendors run from {country}',
  'named.location': 'concerns what lies in {country}',

  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.information': 'information',
  'severity.hint': 'hint',

  'message.suppression': 'This suppression comment {value}.',
  'message.exception': 'This exception {value}.',
  'message.override': 'This override {value}.',
  'message.unlisted':
    'Not approved: {kind} {value}. It belongs to no vendor of the catalog, and the ruleset approves only what it names: use an approved one, or add "{name}" to "approved.sources".',
  'message.separator': '; ',
  'message.subject': '{vendor} ({home})',
  'message.from-mirror': '{kind} from a mirror',
  'message.region': '{place} ({region})',
  'message.in': 'in {place}',
  'message.operated-by': 'operated by {operator}',
  'message.brought-in-by': 'brought in by {path}',
  'message.act': '{title} ({status}) {reach} and {effect}',
  'message.binding': 'binding {audience}',
  'message.answer': '{speaker} answers: {answer}',
  'message.approved': 'approved instead: {names}',
  'message.default-registry': "the tool's default registry",
  'message.regions-elsewhere': 'its regions elsewhere',
  'message.occurrence': '{vendor}: {kind} {value}. Part of the finding {place}.',
  'message.origin': '{vendor}: this value makes the finding {place}.',
  'message.place': 'in {path}',
  'message.place-line': 'in {path}, line {line}',
  'message.value-from': 'The value comes from {name}',
  'message.the-finding': 'The finding: {kind} {value}',

  'change.since': 'since {since}: {adds}; {kept}, {gone}',
  'change.adds': 'adds {things}',
  'change.adds-nothing': 'adds no vendor',
  'change.vendors.one': '{count} vendor',
  'change.vendors.other': '{count} vendors',
  'change.jurisdictions.one': '{count} jurisdiction',
  'change.jurisdictions.other': '{count} jurisdictions',
  'change.kept.one': '{count} finding was there before',
  'change.kept.other': '{count} findings were there before',
  'change.gone.one': '{count} is gone',
  'change.gone.other': '{count} are gone',
  'change.unread': 'The file of the state to compare with could not be read: what it holds counts as new.',

  'list.no-vendor': 'No vendor of the catalog',
  'list.no-concern': 'No concern',
  'list.line': 'line {line}',

  'hover.parent': 'parent: {parent}',
  'hover.operator': 'operator: {operator}',
  'hover.run-from': 'run from {country}',
  'hover.concerns': 'Concerns: {concerns}',
  'hover.binds': 'binds {audience}',
  'hover.applies-to': 'applies to: {whom}',
  'hover.not-verified': 'not verified',
  'hover.also': 'Also',
  'hover.more.one': '{count} more',
  'hover.more.other': '{count} more',
  'hover.no-listing': 'No listing found.',
  'hover.by-policy': 'Flagged by policy, not by an act.',
  'hover.approved': 'Approved instead',
  'hover.why': 'Why am I seeing this?',
  'hover.why-in': '{name} in {path}',
  'hover.why-matches': '{indicator} of {vendor}',
  'hover.why-lies-in': '{region} lies in {country}',
  'hover.why-located': 'located in {country}',
  'hover.why-act': '{act} ({severity})',
  'hover.why-rule': 'rule {rule} of {ruleset} ({severity})',
  'hover.nothing-here': 'Nothing is found on that line.',
  'hover.fix': 'Fix or ignore with a reason',
  'hover.exception': 'Add an exception',
  'hover.dossier': 'Dossier of {vendor}',

  'dossier.title': 'Dossier: {vendor}',
  'dossier.who': 'Who it is',
  'dossier.name': 'Also called',
  'dossier.parent': 'Parent',
  'dossier.run-from': 'Run from',
  'dossier.operator': 'Operator',
  'dossier.homepage': 'Home page',
  'dossier.note': 'Note',
  'dossier.source': 'source, read {day}',
  'dossier.memory': 'from memory, not verified',
  'dossier.uses': 'Where this workspace uses it',
  'dossier.no-uses': 'Nothing found in what was read.',
  'dossier.uses-partial': 'Only files that are open were read so far.',
  'dossier.scan': 'Scan the workspace',
  'dossier.alternatives': 'Approved instead',
  'dossier.no-alternatives': 'The rulesets in force approve no other vendor.',
  'dossier.is-approved': 'The rulesets in force approve this vendor.',
  'dossier.timeline': 'Timeline',
  'dossier.timeline-title': 'Acts that name or concern {vendor}, {first} to {last}',
  'dossier.timeline-description.one':
    '{count} act by date. The list below has the same number and more about it.',
  'dossier.timeline-description.other':
    '{count} acts by date. The lists below have the same numbers and more about each.',
  'dossier.timeline-legend':
    'Solid: it holds, or is pending. Dashed: history, or something that binds nobody.',
  'dossier.no-acts': 'No listing found.',
  'dossier.places': 'Laws where its regions lie',
  'dossier.more-uses.one': '{count} more place',
  'dossier.more-uses.other': '{count} more places',
  'dossier.regions': 'Regions',
  'dossier.no-regions': 'The catalog has no regions of it.',
  'dossier.unknown-country': 'Country not known',
  'dossier.concerns': 'Concerns',
  'dossier.caveat':
    'Research from dated public sources, not legal advice. Nothing here says what happened after the day given as of.',

  'scan.listing': 'Listing files',
  'scan.progress': '{read} of {all} files',
  'scan.more-problems.one': 'and {count} more problem',
  'scan.more-problems.other': 'and {count} more problems',

  'rule.title': 'Rule {rule}',
  'rule.of': 'From the ruleset {ruleset}.',
  'rule.when': 'It flags a reference for which all of this holds:',
  'rule.severity': 'Severity: {severity}.',
  'rule.by-evidence': 'Severity: by what the acts do and whom they bind.',
  'rule.at-least': 'At least: {severity}.',
  'rule.off': 'What it matches is not flagged.',
  'rule.locked': 'It is locked: a more specific ruleset cannot change it.',
  'rule.condition-vendors': 'the vendor is {values}',
  'rule.condition-jurisdictions': 'the vendor is run from {values}',
  'rule.condition-jurisdictions-except': 'the vendor is run from any country but {values}',
  'rule.condition-locations': 'the region lies in {values}',
  'rule.condition-locations-except': 'the region lies in any country but {values}',
  'rule.condition-regions': 'the region is {values}',
  'rule.condition-operators': 'the operator is {values}',
  'rule.condition-relationships': 'it is a {values}',
  'rule.condition-concerns': 'it raises the concern {values}',
  'rule.condition-kinds': 'it is a {values}',
  'rule.condition-roles': 'the resource {values}',
  'rule.condition-paths': 'the file matches {values}',
  'rule.condition-approved': 'the rulesets approve it',
  'rule.condition-not-approved': 'the rulesets do not approve it',
  'rule.findings': 'What it flags here',
} as const satisfies Readonly<Record<VocabularyKey, string>> & Readonly<Record<string, string>>;

export type MessageKey = keyof typeof en;

/** All texts of one language. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** The names in braces of a text. */
type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What must be filled into the text of a key. */
export type PlaceholdersOf<Key extends MessageKey> = Placeholder<(typeof en)[Key]>;
