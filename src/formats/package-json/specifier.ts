/** What the right-hand side of a dependency says (https://docs.npmjs.com/cli/configuring-npm/package-json#dependencies). */
export type Specifier =
  /** A version, range or tag of the package that the key names, from the registry. */
  | { readonly type: 'registry'; readonly range: string }
  /** Another package under the key's name; `nameStart` is where its name begins in the specifier. */
  | { readonly type: 'alias'; readonly name: string; readonly nameStart: number; readonly range: string }
  /** The package that the key names, from a git repository or a URL, or packed into a file of this repository. */
  | { readonly type: 'address' }
  /** A folder of this repository: no package of a registry. */
  | { readonly type: 'local' };

/** Never fails: what is not understood is a range of the registry, as npm has it. */
export function readSpecifier(text: string): Specifier {
  if (text.startsWith('npm:')) return readAlias(text, 4);
  if (LOCAL.test(text)) return PACKED.test(text) ? { type: 'address' } : { type: 'local' };
  if (ADDRESS.test(text) || OWNER_AND_REPOSITORY.test(text)) return { type: 'address' };
  return { type: 'registry', range: text };
}

/** npm, Yarn, pnpm: `workspace:*`, `file:../x`, `link:`, `portal:`; and bare paths. */
const LOCAL = /^(?:(?:file|link|portal|workspace):|\.{0,2}\/|~\/|[a-z]:[\\/])/i;
const PACKED = /\.(?:tgz|tar|tar\.gz)$/i;
const ADDRESS = /^(?:git|git\+[a-z]+|ssh|https?|github|gitlab|bitbucket|gist):|^[^@/\s]+@[^:/\s]+:/i;
/** A repository of GitHub: `owner/name#branch`. */
const OWNER_AND_REPOSITORY = /^[^@/\s:]+\/[^@/\s:#]+(?:#.*)?$/;

/** `npm:name@range`; Yarn also writes `npm:range` for the package that the key names. */
function readAlias(text: string, nameStart: number): Specifier {
  const target = text.slice(nameStart);
  const at = target.indexOf('@', 1);
  const name = at < 0 ? target : target.slice(0, at);
  if (at < 0 && RANGE.test(name)) return { type: 'registry', range: name };
  return { type: 'alias', name, nameStart, range: at < 0 ? '' : target.slice(at + 1) };
}

const RANGE = /^(?:[\^~<>=*]|v?\d+(?:\.|$)|$)/;
