import type { CatalogIndex } from '../../catalog/index.ts';
import type { Mirror } from '../../model/catalog.ts';
import type { Finding } from '../../model/finding.ts';
import type { Fix, FixGrade } from '../../model/fix.ts';
import type { TextEdit } from '../../text/edit.ts';
import { withoutTag } from '../../text/image-tag.ts';
import type { Source } from '../../text/source.ts';
import { type Location, type Span, sliceSpan } from '../../text/span.ts';
import { type Phrase, phrase, sentences } from '../../words/phrase.ts';
import type { FixContext } from '../context.ts';
import { editsByPath, type PlacedEdit } from '../edits.ts';
import { lockCommand } from './lock-command.ts';
import { LOCKED_SOURCES } from './locked-source.ts';
import { removeSetting } from './removal.ts';
import { approvedTarget, replaceAddress, type Target, upstreamTarget, withoutRepeat } from './target.ts';
import { type WrittenAddress, writtenAddress } from './written-address.ts';

/**
 * Leaves a mirror: for the registry that the ruleset approves for the ecosystem; without one, for the tool's own default,
 * by removing the setting where that is possible, else by writing what the mirror copies.
 */
export function leaveMirror(finding: Finding, context: FixContext): Fix[] {
  if (finding.relationship !== 'mirror') return [];
  const places = placesOf(finding, context.sources);
  const steps = places.map(place => relocated(place, finding, context) ?? step(place, finding, context));
  const [first] = steps;
  if (!first) return [refused(finding, phrase('mirror.made-of-parts'))];
  const objection = steps.find(each => 'reason' in each);
  if (objection && 'reason' in objection) return [refused(finding, objection.reason)];
  const done = steps.filter(each => 'edits' in each);
  const grade: FixGrade = done.some(each => each.grade === 'guided') ? 'guided' : 'drop-in';
  const [title, ...others] = new Map(done.map(each => [JSON.stringify(each.title), each.title])).values();
  return [
    {
      id: 'leave-mirror',
      title: title && others.length === 0 ? title : phrase('mirror.leave-all'),
      grade,
      preferred: true,
      edits: editsByPath(done.flatMap(each => each.edits)),
      commands: lockCommands(places, context),
      ...(grade === 'guided' ? { reason: reasonOf(done) } : {}),
    },
  ];
}

/** What is to be looked after: that everything is there, and that an archive has no updates. */
function reasonOf(done: readonly Done[]): Phrase {
  const check = phrase('mirror.check-content');
  return done.some(({ leadsToArchive }) => leadsToArchive)
    ? sentences(phrase('mirror.archived'), check)
    : check;
}

/** What brings lockfiles in line with manifests that now name another place. */
function lockCommands(places: readonly Place[], { formatOf }: FixContext): string[] {
  const commands = places.flatMap(
    ({ source, span }) => lockCommand(source, span.start, formatOf(source)?.id) ?? [],
  );
  return [...new Set(commands)];
}

/** A place where the mirror is written, with its address. */
interface Place {
  readonly source: Source;
  readonly written: WrittenAddress | undefined;
  /** The address, else the reference. */
  readonly span: Span;
}

interface Done {
  readonly edits: readonly PlacedEdit[];
  readonly title: Phrase;
  readonly grade: FixGrade;
  readonly leadsToArchive?: boolean;
}

type Step = Done | { readonly reason: Phrase };

/** One for each place; at the reference itself when the address is there, else at the literal that gives it. */
function placesOf(finding: Finding, sources: ReadonlyMap<string, Source>): Place[] {
  const places = new Map<string, Place>();
  for (const each of [finding, ...finding.occurrences]) {
    const place =
      placeAt(each, sources) ?? (each.origin && placeAt(each.origin, sources)) ?? unread(each, sources);
    if (place) places.set(`${place.source.path}\n${place.span.start}`, place);
  }
  return [...places.values()];
}

function placeAt({ path, span }: Location, sources: ReadonlyMap<string, Source>): Place | undefined {
  const source = sources.get(path);
  const written = source && writtenAddress(source, span);
  return written && { source, written, span: written.span };
}

function unread({ path, span }: Location, sources: ReadonlyMap<string, Source>): Place | undefined {
  const source = sources.get(path);
  return source && { source, written: undefined, span };
}

function step(place: Place, finding: Finding, context: FixContext): Step {
  const { source, written } = place;
  const { ruleset, catalog, formatOf } = context;
  const mirror = written && mirrorAt(written, finding, catalog);
  const target = written && approvedTarget(written, [finding.ecosystem, mirror?.ecosystem], ruleset);
  const publishes = isForPublishing(finding);
  if (!target && publishes) return { reason: phrase('mirror.publishing') };
  if (!target && (mirror !== undefined || mayBeRemoved(finding))) {
    const scheme = written?.scheme ?? '';
    const edits = removeSetting(source, { span: place.span, scheme }, formatOf(source)?.id, finding);
    const name = written?.host ?? finding.value;
    // Whoever sets a part of the address may mean another registry.
    const isWhole =
      written !== undefined || !/[$%{]/.test(sliceSpan(source.text, place.span).replace(/%[0-9A-F]{2}/g, ''));
    const title = phrase('mirror.remove', { name });
    if (edits) return done(source, edits, title, isWhole ? 'drop-in' : 'guided');
  }
  if (!written) return { reason: phrase('mirror.made-of-parts') };
  const objection = objectionTo(written, mirror, target);
  if (objection) return { reason: objection };
  const known = target ?? upstreamTarget(mirror?.to, written.scheme);
  if (!known) return { reason: noTarget(finding, formatOf(source)?.generated === true) };
  if (known.by === 'catalog' && finding.ecosystem === 'cargo') return { reason: phrase('mirror.cargo') };
  const edit = withoutRepeat(source.text, replaceAddress(written, mirror, known));
  const leadsToArchive = known.by === 'catalog' && mirror?.archived === true;
  const grade = mirror && !publishes && !leadsToArchive ? 'drop-in' : 'guided';
  return { ...done(source, [edit], phrase('mirror.use', { address: known.address }), grade), leadsToArchive };
}

/** What speaks against another address in this one's place. */
function objectionTo(
  written: WrittenAddress,
  mirror: Mirror | undefined,
  target: Target | undefined,
): Phrase | undefined {
  if (written.hasCredentials) return phrase('mirror.credentials');
  // Whoever names the very file has one in its place.
  const isGiven = target?.from !== undefined;
  return !isGiven && isListOfRepositories(written, mirror)
    ? phrase('mirror.list-of-repositories')
    : undefined;
}

/** A file that names repositories is the mirror's own: elsewhere it has another name, and names others. */
function isListOfRepositories({ host, path }: WrittenAddress, mirror: Mirror | undefined): boolean {
  if (!/\.repo$/i.test(path)) return false;
  return mirror === undefined || mirror.from === host || mirror.from.length >= host.length + path.length;
}

/** What a lockfile's own form asks for; `undefined` where any address can be replaced. */
function relocated(
  { source, written }: Place,
  finding: Finding,
  { sources, formatOf, ruleset, catalog }: FixContext,
): Step | undefined {
  const relocate = LOCKED_SOURCES[formatOf(source)?.id ?? ''];
  if (!relocate || !written || written.hasCredentials) return undefined;
  const mirror = mirrorAt(written, finding, catalog);
  const target = approvedTarget(written, [finding.ecosystem, mirror?.ecosystem], ruleset);
  const relocation = relocate({ source, written, mirror, target, finding, sources });
  if (!relocation || 'reason' in relocation) return relocation;
  return done(source, relocation.edits, phrase('mirror.use', { address: relocation.address }), 'drop-in');
}

/** The table's entry for the address. A host of many mirrors says nothing about which one is meant. */
function mirrorAt(
  { host, path }: WrittenAddress,
  { ecosystem }: Finding,
  catalog: CatalogIndex,
): Mirror | undefined {
  // An image's tag belongs to no segment of its name.
  const mirror = catalog.mirrorAt(host + withoutTag(path), ecosystem);
  if (ecosystem !== undefined || mirror?.from !== host) return mirror;
  const hasOthers = catalog.mirrors.some(each => each !== mirror && each.from.startsWith(`${host}/`));
  return hasOthers ? undefined : mirror;
}

/** Without its mirror, a package could be published where everybody sees it. */
function isForPublishing({ structuralPath }: Finding): boolean {
  return structuralPath.some(name => /publish|push|upload|deploy|distributionManagement/i.test(name));
}

/** A host of the vendor's that is no known copy may hold an organisation's own packages. */
function mayBeRemoved({ ecosystem, kind, mirrorOf }: Finding): boolean {
  return kind === 'host' || mirrorOf !== undefined || COPIES_ONLY.has(ecosystem ?? '');
}

/** What is fetched for these is the same everywhere: nobody keeps packages of their own there. */
const COPIES_ONLY = new Set(['npm-binaries', 'node', 'alpine', 'apt', 'debian', 'ubuntu', 'yum', 'zypper']);

function done(source: Source, edits: readonly TextEdit[], title: Phrase, grade: FixGrade): Done {
  return { edits: edits.map(edit => ({ path: source.path, edit })), title, grade };
}

function noTarget({ ecosystem, mirrorOf }: Finding, isGenerated: boolean): Phrase {
  const registries = `"approved.registries"${ecosystem === undefined ? '' : ` ("${ecosystem}")`}`;
  const ruleset = phrase('mirror.name-registry', { registries });
  if (isGenerated) return phrase('mirror.generated', { ruleset });
  if (mirrorOf !== undefined) return phrase('mirror.built-in', { ruleset });
  return phrase('mirror.no-target', { ruleset });
}

function refused({ ecosystem, value }: Finding, reason: Phrase): Fix {
  const title =
    ecosystem === undefined ? phrase('mirror.leave', { value }) : phrase('mirror.leave-for', { ecosystem });
  return { id: 'leave-mirror', title, grade: 'refused', preferred: false, edits: new Map(), reason };
}
