/** The parts of the manifest of the extension that the npm package of the command line has too. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly keywords: readonly string[];
  readonly engines: { readonly node: string };
  readonly repository: unknown;
  readonly bugs: unknown;
  readonly homepage: string;
}

/**
 * The manifest of the command line's npm package: it brings everything, so it depends on nothing. A registry
 * takes its provenance statement only if `repository` is where it was built.
 *
 * https://docs.npmjs.com/generating-provenance-statements
 */
export function npmManifest(manifest: Manifest): unknown {
  const { name, version, description, license, keywords, repository, bugs, homepage, engines } = manifest;
  return {
    name,
    version,
    description,
    license,
    keywords,
    repository,
    bugs,
    homepage,
    type: 'module',
    engines: { node: engines.node },
    bin: { [name]: PROGRAM },
    files: [
      PROGRAM,
      'program.cjs',
      'search-worker.cjs',
      'data',
      'ruleset.schema.json',
      'CHANGELOG.md',
      'THIRD-PARTY-NOTICES.txt',
      'bom.cdx.json',
    ],
    publishConfig: { access: 'public', provenance: true },
  };
}

const PROGRAM = 'vendor-diligence.mjs';
