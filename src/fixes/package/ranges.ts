/** How a manifest writes which versions it takes. */
export type RangeStyle = (version: string, written: string) => string;

/** `^1.2.3` of npm and pub; `~` and exact versions stay what they are. */
export const caret: RangeStyle = (version, written) => {
  if (/^\d+\.\d+\.\d+(?:[-+].*)?$/.test(written)) return version;
  return `${/^~\d/.test(written) ? '~' : '^'}${version}`;
};

/** `^1.2` of Composer and Poetry. */
export const shortCaret: RangeStyle = (version, written) => {
  if (/^(?:==?)?\d+(?:\.\d+){2,}$/.test(written)) return version;
  return `${/^~\d/.test(written) ? '~' : '^'}${short(version)}`;
};

/** `1.2` of Cargo, which means `^1.2`. */
export const cargoRange: RangeStyle = (version, written) => {
  const operator = /^[=~^]/.exec(written)?.[0] ?? '';
  return operator === '=' ? `=${version}` : `${operator}${short(version)}`;
};

/** `~> 1.2` of RubyGems; a gem that was held exactly stays so. */
export const gemRange: RangeStyle = (version, written) =>
  /^\d+(?:\.\d+)*$/.test(written) ? version : `~> ${short(version)}`;

/** `~=1.2` of Python (https://packaging.python.org/en/latest/specifications/version-specifiers/), or what stood there. */
export const pythonRange: RangeStyle = (version, written) => {
  if (/^==[^*]*$/.test(written) && !written.includes(',')) {
    return written.replace(/^(===?\s*)[^\s]*/, (_, operator: string) => operator + version);
  }
  const compatible = /^~=\s*/.exec(written)?.[0] ?? '~=';
  const bounds = /^>=(\s*)(?!\s)[^,]*,(\s*)<[^,]*$/.exec(written);
  if (!bounds || /[a-z]/i.test(version)) return compatible + short(version);
  const next = Number.parseInt(version, 10) + 1;
  return `>=${bounds[1]}${short(version)},${bounds[2]}<${bounds[1]}${next}`;
};

/** One version and no other: Maven, Gradle, NuGet. */
export const exactly: RangeStyle = version => version;

/** Go's one form of a version (https://go.dev/ref/mod#versions). */
export const goVersion: RangeStyle = version => `v${version.replace(/^v/, '')}`;

/** Without what a compatible range leaves open; what comes before a release is not shortened. */
function short(version: string): string {
  return /^\d+\.\d+(?=(?:\.\d+)*$)/.exec(version)?.[0] ?? version;
}
