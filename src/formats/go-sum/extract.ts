import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { span } from '../../text/span.ts';
import { goModule, goPackage } from '../shared/modules/go-module.ts';
import { packageReference } from '../shared/packages/package-reference.ts';

/** The modules whose code was downloaded. Lines for a `go.mod` alone only took part in choosing versions. */
export const extractGoSum: Extract = source => {
  const scope = goModule(source.path);
  const references: Reference[] = [];
  for (const match of source.text.matchAll(LINE)) {
    const [, path = '', version = ''] = match;
    if (version.endsWith('/go.mod')) continue;
    const found = goPackage(path, version, 'transitive');
    const structuralPath = ['go.sum', `${path}@${version}`];
    references.push(
      packageReference(found, span(match.index, match.index + path.length), { scope, structuralPath }),
    );
  }
  return { references, definitions: [], calls: [], comments: [], problems: [] };
};

/** `path version hash` (https://go.dev/ref/mod#go-sum-files). */
const LINE = /^([A-Za-z0-9_~][^\s:\\]*)[ \t]+(v\d[^\s]*)[ \t]+h\d+:/gm;
