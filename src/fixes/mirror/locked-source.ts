import type { Mirror } from '../../model/catalog.ts';
import type { Finding } from '../../model/finding.ts';
import type { TextEdit } from '../../text/edit.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import { span } from '../../text/span.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import { lineAround } from '../lines.ts';
import { onceFor } from '../once-for.ts';
import { replaceAddress, type Target, upstreamTarget } from './target.ts';
import type { WrittenAddress } from './written-address.ts';

/*
 * Where a lockfile says that a package came from. The integrity stays, so that what is fetched is the same or nothing; an
 * address of another form than the package manager's own would be written anew, or worse.
 */

/** A place in a lockfile, and what is known of where it is to lead. */
export interface LockedPlace {
  readonly source: Source;
  readonly written: WrittenAddress;
  readonly mirror: Mirror | undefined;
  /** What the ruleset approves; `undefined` for the tool's default. */
  readonly target: Target | undefined;
  readonly finding: Finding;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Edits with the address that they lead to, or why there are none; `undefined` where any address can be replaced. */
export type Relocation =
  | { readonly edits: readonly TextEdit[]; readonly address: string }
  | { readonly reason: Phrase };

/** By the format's id. */
export const LOCKED_SOURCES: Readonly<Record<string, (place: LockedPlace) => Relocation | undefined>> = {
  'cargo-lock': relocateCrate,
  'uv-lock': relocateDistribution,
  'yarn-lock': relocateTarball,
  'package-lock': relocateTarball,
};

/** What Cargo calls crates.io in every lockfile (https://doc.rust-lang.org/cargo/reference/source-replacement.html). */
const CRATES_IO = 'registry+https://github.com/rust-lang/crates.io-index';

/**
 * A source is written out in full wherever it is meant, also behind the names of dependencies and checksums. It is that of
 * crates.io, even where that is fetched from elsewhere, unless a manifest names a registry.
 */
function relocateCrate({ source, written, target, sources }: LockedPlace): Relocation | undefined {
  const { text } = source;
  const start = written.span.start;
  const old = text.slice(start, text.indexOf('"', start));
  const isNamed = manifestsThatNameRegistries(sources).some(path => isBelow(path, source.path));
  if (isNamed && !target) return { reason: phrase('mirror.cargo') };
  const kind = /^(?:registry|sparse)\+/.exec(old)?.[0];
  if (kind === undefined || text[start - 1] !== '"') return undefined;
  const next = isNamed && target ? kind + target.address : CRATES_IO;
  const own = { span: span(start, start + old.length), newText: next };
  // The first of many places takes those along that are no reference of their own.
  const isFirst = text.indexOf(`"${old}"`) === start - 1;
  const edits = isFirst ? [own, ...inBrackets(text, old, next)] : [own];
  return { edits, address: next === CRATES_IO ? 'crates.io' : next.slice(kind.length) };
}

/** `name version (source)`: how older lockfiles name a crate. */
function inBrackets(text: string, old: string, next: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const written = `(${old})`;
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
    edits.push({ span: span(at + 1, at + 1 + old.length), newText: next });
  }
  return edits;
}

const NAMED_REGISTRY = /\bregistry(?:-index)?[ \t]*=[ \t]*["']/;

const manifestsThatNameRegistries = onceFor((sources: LockedPlace['sources']) =>
  [...sources.values()]
    .filter(({ path, text }) => basename(path) === 'Cargo.toml' && NAMED_REGISTRY.test(text))
    .map(({ path }) => path),
);

function isBelow(path: string, lockfile: string): boolean {
  const folder = dirname(lockfile);
  return folder === '' || path.startsWith(`${folder}/`);
}

/**
 * An index is named by its address; each file has one of its own, which follows from its hash on PyPI and its copies
 * (https://docs.pypi.org/api/index-api/). Where another index keeps its files is not known.
 */
function relocateDistribution({ source, written, target, finding }: LockedPlace): Relocation | undefined {
  const { text } = source;
  const before = text.slice(lineAround(text, written.span.start).start, written.span.start);
  const isFile = /\burl[ \t]*=[ \t]*"$/.test(before);
  if (target) {
    return isFile ? { reason: phrase('mirror.files-elsewhere', { address: target.address }) } : undefined;
  }
  const upstream = upstreamTarget(finding.mirrorOf)?.address;
  if (upstream === undefined) return undefined;
  const file = /\/packages(?:\/[0-9a-f]{2}){2}\/[0-9a-f]{60}\/[^/]+$/.exec(written.path)?.[0];
  if (isFile && (file === undefined || upstream !== PYPI)) {
    return { reason: phrase('mirror.files-elsewhere', { address: upstream }) };
  }
  const newText = isFile ? `https://files.pythonhosted.org${file}` : `https://${upstream}`;
  return { edits: [{ span: written.span, newText }], address: upstream };
}

/** What the catalog says of PyPI's copies. */
const PYPI = 'pypi.org/simple';

/** Yarn 1 takes an entry without an address for one that is not locked. Some copies keep files where no other registry does. */
function relocateTarball({ source, written, mirror, target }: LockedPlace): Relocation | undefined {
  const before = source.text.slice(lineAround(source.text, written.span.start).start, written.span.start);
  if (!target) {
    const isYarn = /^[ \t]*resolved[ \t]+"$/.test(before);
    return isYarn ? { reason: phrase('mirror.yarn-address') } : undefined;
  }
  const { start } = written.place;
  const rest = source.text.slice(start, lineAround(source.text, start).end);
  const own = /\/download\/(?:@[^/"#?\s]+\/)?(?=[^/"#?\s]+\.tgz)/.exec(rest.slice(0, rest.search(/["\s]|$/)));
  if (!own) return undefined;
  const at = start + own.index;
  const edits = [
    replaceAddress(written, mirror, target),
    { span: span(at, at + own[0].length), newText: '/-/' },
  ];
  return { edits, address: target.address };
}
