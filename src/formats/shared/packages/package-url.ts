/**
 * A package URL (https://github.com/package-url/purl-spec), with each segment of `name` and the version escaped.
 * @param type the package type, as `pypi`.
 * @param name the name as the type has it, namespace and name joined by slashes.
 */
export function packageUrl(type: string, name: string, version: string | undefined): string {
  const path = PLAIN.test(name) ? name : name.split('/').map(escaped).join('/');
  return version === undefined ? `pkg:${type}/${path}` : `pkg:${type}/${path}@${escaped(version)}`;
}

/** Nearly all names have nothing to be escaped. */
const PLAIN = /^[A-Za-z0-9._/-]*$/;

/** A lone surrogate cannot be escaped; no name has one. */
function escaped(text: string): string {
  return PLAIN.test(text) ? text : encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
}
