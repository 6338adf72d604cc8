/** A package's name inside a text, by UTF-16 offsets in it. */
export interface NamedPart {
  readonly name: string;
  readonly start: number;
}

/**
 * The package that the key of an override is about: the last one it names.
 * npm: `name`, `name@range` (https://docs.npmjs.com/cli/configuring-npm/package-json#overrides); Yarn: a path such as
 * `**` + `/name` or `parent/name` (https://yarnpkg.com/configuration/manifest#resolutions); pnpm: `parent@1>name@2`
 * (https://pnpm.io/settings#overrides).
 */
export function packageInSelector(selector: string): NamedPart | undefined {
  let found: NamedPart | undefined;
  const part = new RegExp(PART);
  part.lastIndex = startOfChild(selector);
  for (let match = part.exec(selector); match; match = part.exec(selector)) {
    const name = match[1] ?? '';
    if (!name.startsWith('*')) found = { name, start: match.index };
    if (part.lastIndex === selector.length) break;
  }
  return found;
}

/** A name, perhaps with scope; the range behind it, which can itself hold a scoped name; a slash or the end. */
const PART = /((?:@[^/@>]+\/)?[^/@>]+)(?:@(?:[a-z]+:@[^/]+\/)?[^/]*)?(?:\/|$)/y;

/** After pnpm's last `>` between packages; a `>` of a range follows a blank, `|` or `@`. */
function startOfChild(selector: string): number {
  for (let at = selector.lastIndexOf('>'); at > 0; at = selector.lastIndexOf('>', at - 1)) {
    if (!/[ |@]/.test(selector.charAt(at - 1))) return at + 1;
  }
  return 0;
}
