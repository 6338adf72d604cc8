import {
  type Delimiters,
  GOOD_LENGTH,
  LEAST_LENGTH,
  longest,
  longestRun,
  spellOut,
} from './anchor-spelling.ts';

/**
 * Literals of which at least one is in a manifest or lockfile, in whatever case, whenever it names the package.
 * `purl` is normalised; it can be the beginning of one or a pattern. `vendorWords` are words that tell the
 * vendor: where only part of a name can be searched for, that part is the best.
 */
export function packageAnchors(
  purl: string,
  match: 'exact' | 'prefix' | 'glob',
  vendorWords: ReadonlySet<string> = new Set(),
): string[] {
  const slash = purl.indexOf('/');
  const type = purl.slice('pkg:'.length, slash);
  const name = purl
    .slice(slash + 1)
    .replaceAll('%40', '@')
    .toLowerCase();
  if (match === 'glob') return [longestRun(name)];
  if (type === 'pypi') return pypiAnchors(name, match, vendorWords);
  return ANCHORS_BY_TYPE.get(type)?.(name, match) ?? spellOut(name, QUOTED, match);
}

type NameAnchors = (name: string, match: 'exact' | 'prefix') => string[];

const ANCHORS_BY_TYPE: ReadonlyMap<string, NameAnchors> = new Map([
  ['npm', npmAnchors],
  ['maven', mavenAnchors],
  // Manifests name these as `vendor/name`, sometimes with an escaped slash or in two fields.
  ['composer', segmentAnchors],
  ['docker', segmentAnchors],
  ['oci', segmentAnchors],
  ['swift', swiftAnchors],
]);

/** What stands before a name in the manifests of the other ecosystems; none of them begins with a name. */
const QUOTED: Delimiters = {
  before: [' ', '"', "'", '\n', '\t', ',', '(', '[', '/', '<', '=', ':', '>'],
  after: [' ', '"', "'", '\n', '\r', ',', ')', ']', '}', '/', '\\', '<', '=', ':', '@'],
};

/** The places of a short npm name in package.json, the lockfiles of npm, Yarn, pnpm and Bun, and commands. */
function npmAnchors(name: string, match: 'exact' | 'prefix'): string[] {
  if (name.length >= GOOD_LENGTH) return [name];
  if (match === 'prefix') return NPM_STARTS.map(start => start + name);
  const whole = [
    `"${name}"`,
    `'${name}'`,
    ` ${name}:`,
    `/${name}"`,
    `/${name}'`,
    `/${name}/`,
    `:${name}"`,
    `>${name}"`,
  ];
  const inCommands = [' ', '\n'].flatMap(before => wordAnchors(before + name));
  return [...whole, ...NPM_STARTS.map(start => `${start}${name}@`), ...inCommands];
}

/** Words of fewer than four letters stand in too many comments: no command is searched for them. */
function wordAnchors(begun: string): string[] {
  if (begun.length < 1 + LEAST_LENGTH) return [];
  return begun.length < GOOD_LENGTH ? AFTER_WORD.map(end => begun + end) : [begun];
}

/** What follows a name that is the last of a command, or not. */
const AFTER_WORD = [' ', '\n', '\r', ';', '&', '|', ')', '"', "'", '`'];

const NPM_STARTS = ['"', "'", ' ', '\n', '/', ':', ',', '>'];

/**
 * Python names are the same whichever of `-`, `_` and `.` joins their words (PEP 503): the anchor is one word
 * that tells enough, or else two neighbours in every spelling.
 */
function pypiAnchors(name: string, match: 'exact' | 'prefix', vendorWords: ReadonlySet<string>): string[] {
  const words = name.split('-').filter(word => word !== '');
  const telling = longest(words.filter(word => vendorWords.has(word) && word.length >= GOOD_LENGTH));
  if (telling !== '') return [telling];
  if (words.length === 1) return match === 'prefix' ? pypiPrefixAnchors(name) : pypiNameAnchors(name);
  const pairs = words.slice(1).map((next, at) => [words[at] ?? '', next]);
  const best = pairs.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  return JOINTS.map(joint => best.join(joint));
}

const JOINTS = ['-', '_', '.'];

/** The beginning of a name, up to a joint or in the midst of a word. */
function pypiPrefixAnchors(prefix: string): string[] {
  const word = prefix.replace(/-$/, '');
  const isShort = word.length < GOOD_LENGTH && word !== prefix;
  return isShort ? JOINTS.map(joint => word + joint) : [word];
}

/** How much of two words is more than what every second package has in its name. */
function weight(words: readonly string[]): number {
  return words.filter(word => !GENERIC_WORDS.has(word)).join('').length;
}

const GENERIC_WORDS = new Set(
  'agent api certbot client cloud dns index instrumentation langchain llama manager mcp openai providers python sdk secret server source'.split(
    ' ',
  ),
);

/**
 * A requirements file can begin and end with a name, so what stands before it and what follows are both tried. A
 * name of three letters needs both at once: there a newline of the anchor also means the file's beginning or end.
 */
function pypiNameAnchors(name: string): string[] {
  if (name.length >= GOOD_LENGTH) return [name];
  const before = [' ', '"', "'", '\n', '\t', ',', '[', '=', ';', '/'];
  const after = ['=', '>', '<', '~', '!', '[', ']', ';', ' ', '@', '&', '"', "'", '\n', '\r', ',', ':'];
  const begun = before.map(start => start + name);
  if (name.length + 1 >= GOOD_LENGTH - 1) return [...begun, ...after.map(end => name + end)];
  const pinned = ['==', '>=', '<=', '~=', '!=', ' =', ' >', ' <', ' ~'].map(end => name + end);
  // An archive's name in an address: `/name-1.0.tar.gz`.
  return [...begun.flatMap(text => after.map(end => text + end)), `/${name}-`, ...pinned];
}

/** `group/artifact`: build files hold the two apart; the longer one tells more. */
function mavenAnchors(name: string, match: 'exact' | 'prefix'): string[] {
  const slash = name.indexOf('/');
  const group = slash < 0 ? name : name.slice(0, slash);
  const artifact = slash < 0 ? '' : name.slice(slash + 1);
  return spellOut(longest([group, artifact]), QUOTED, match);
}

/** `host/owner/name`: an address can have a colon behind the host, and every second one has the same host. */
function swiftAnchors(name: string, match: 'exact' | 'prefix'): string[] {
  const [, ...path] = name.split('/');
  return spellOut(longest(path.length > 0 ? path : [name]), IN_ADDRESS, match);
}

/** What stands around a part of a repository's address. */
const IN_ADDRESS: Delimiters = { before: ['/', ':'], after: ['.', '/', '"', "'", '\\'] };

function segmentAnchors(name: string, match: 'exact' | 'prefix'): string[] {
  return spellOut(longest(name.split('/')), QUOTED, match);
}
