/**
 * The form of a package URL that is compared: `pkg:type/name` without version, qualifiers and subpath, folded
 * as the type's own rules say (https://github.com/package-url/purl-spec/blob/main/PURL-TYPES.rst). Patterns
 * and prefixes are normalised by the same function. Returns `undefined` when `purl` is no package URL.
 */
export function normalisePurl(purl: string): string | undefined {
  const parts = /^pkg:\/{0,2}([a-z][a-z0-9.+-]*)\/(.+)$/is.exec(purl.trim());
  const type = parts?.[1]?.toLowerCase();
  const rest = parts?.[2];
  if (type === undefined || rest === undefined) return undefined;
  const name = withoutVersion(unescapeName(rest.replace(/[?#].*$/s, ''))).trim();
  const folded = foldName(type, name);
  if (folded === '') return undefined;
  return `pkg:${type}/${folded.replaceAll('@', '%40')}`;
}

/** Types whose names are compared without regard to case; the others' names are kept as they are. */
const CASELESS_TYPES = new Set([
  'npm',
  'golang',
  'github',
  'githubactions',
  'composer',
  'nuget',
  'docker',
  'oci',
  'pub',
  'hex',
  'swift',
  'bitbucket',
  'gitlab',
]);

function foldName(type: string, name: string): string {
  if (type === 'pypi') return name.toLowerCase().replace(/[-_.]+/g, '-');
  const folded = CASELESS_TYPES.has(type) ? name.toLowerCase() : name;
  return type === 'golang' ? folded.replace(/\/v[0-9]+$/, '') : folded;
}

/** Only the two escapes that names are written with: the scope's `@` and the separator. */
function unescapeName(name: string): string {
  return name.replace(/%40/g, '@').replace(/%2f/gi, '/');
}

/** A version begins at the first `@` that does not begin a segment, as a scope does. */
function withoutVersion(name: string): string {
  const version = /[^/]@/.exec(name);
  return version ? name.slice(0, version.index + 1) : name;
}
