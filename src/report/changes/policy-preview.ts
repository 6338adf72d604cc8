import type { Facts } from '../../model/facts.ts';
import type { Finding } from '../../model/finding.ts';
import { compareSeverity } from '../../model/vocabulary.ts';
import type { Block, Document, Line, ListItem, PlaceTarget } from '../documents/document.ts';
import type { Language } from '../language.ts';
import { inlines, kindWords } from '../words.ts';

/** What another policy does to the findings of a workspace folder. */
export interface PreviewedFolder {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  readonly changed: readonly { readonly before: Finding; readonly after: Finding }[];
  readonly same: number;
  /** There was room for all findings. */
  readonly isComplete: boolean;
  /** Asked once for each finding that is shown. */
  readonly placeOf: (finding: Finding) => PlaceTarget;
}

interface PreviewContext {
  readonly facts: Pick<Facts, 'vendor'>;
  readonly language: Language;
}

/** Why there is nothing to preview. */
export function invalidPreview(ruleset: string, reasons: readonly string[], language: Language): Document {
  return [title(ruleset, language), ...reasons.map(reason => paragraph([reason]))];
}

/** What a ruleset's text would change, compared with what is saved: what is new, what is no longer found, what changes. */
export function policyPreview(
  ruleset: string,
  folders: readonly PreviewedFolder[],
  context: PreviewContext,
): Document {
  const { language } = context;
  if (folders.length === 0) return invalidPreview(ruleset, [language.say('preview.no-folder')], language);
  const added = folders.flatMap(folder => folder.added.map(finding => entry(finding, folder, context)));
  const removed = folders.flatMap(folder => folder.removed.map(finding => entry(finding, folder, context)));
  const changed = folders.flatMap(folder =>
    folder.changed.map(({ before, after }) => changedEntry(before, after, folder, context)),
  );
  const same = folders.reduce((sum, folder) => sum + folder.same, 0);
  const isComplete = folders.every(folder => folder.isComplete);
  const nothing = isComplete && added.length + removed.length + changed.length === 0;
  return [
    title(ruleset, language),
    paragraph([language.say('preview.compared')]),
    ...(isComplete ? [] : [paragraph([{ strong: language.say('preview.incomplete') }])]),
    ...(nothing ? [paragraph([{ strong: language.say('preview.nothing') }])] : []),
    ...sectionOf('preview.added', added, language),
    ...sectionOf('preview.removed', removed, language),
    ...sectionOf('preview.changed', changed, language),
    ...(same > 0 ? [paragraph([language.count('preview.same', same)])] : []),
  ];
}

/** A page with thousands of lines helps nobody. */
const SHOWN = 200;

interface Entry {
  readonly finding: Finding;
  readonly item: () => ListItem;
}

function sectionOf(
  key: 'preview.added' | 'preview.removed' | 'preview.changed',
  entries: readonly Entry[],
  language: Language,
): Block[] {
  if (entries.length === 0) return [];
  const worstFirst = [...entries].sort((a, b) => compareSeverity(a.finding.severity, b.finding.severity));
  const more = entries.length - SHOWN;
  return [
    { block: 'heading', level: 2, text: [language.count(key, entries.length)] },
    { block: 'list', items: worstFirst.slice(0, SHOWN).map(({ item }) => item()) },
    ...(more > 0 ? [paragraph([language.count('hover.more', more)])] : []),
  ];
}

function entry(finding: Finding, folder: PreviewedFolder, context: PreviewContext): Entry {
  const { language } = context;
  const level = language.say('preview.level', {
    severity: language.severity(finding.severity),
    rule: finding.rule,
  });
  return { finding, item: () => itemOf(finding, [level], folder, context) };
}

function changedEntry(
  before: Finding,
  after: Finding,
  folder: PreviewedFolder,
  context: PreviewContext,
): Entry {
  const { language } = context;
  const level = ({ severity, rule }: Finding) =>
    language.say('preview.level', { severity: language.severity(severity), rule });
  const old = before.rule === after.rule ? language.severity(before.severity) : level(before);
  const line = [`${old} → `, { strong: level(after) }];
  return { finding: after, item: () => itemOf(after, line, folder, context) };
}

/** What it is, and below it how severe and where. */
function itemOf(
  finding: Finding,
  level: Line,
  { placeOf }: PreviewedFolder,
  { facts, language }: PreviewContext,
): ListItem {
  const vendor = facts.vendor(finding.vendor)?.name ?? finding.vendor;
  const what = inlines(
    language.pieces(vendor === '' ? 'preview.thing' : 'preview.thing-of', {
      kind: kindWords(finding.kind, language),
      value: { code: finding.value },
      vendor,
    }),
  );
  const place = placeOf(finding);
  return { text: what, details: [level, [{ code: place.path }, ' ', { place }]] };
}

function title(ruleset: string, language: Language): Block {
  return {
    block: 'heading',
    level: 1,
    text: inlines(language.pieces('preview.title', { ruleset: { code: ruleset } })),
  };
}

function paragraph(text: Line): Block {
  return { block: 'paragraph', text };
}
