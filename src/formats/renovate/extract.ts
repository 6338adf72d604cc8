import type { Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { parseJson5 } from '../../parsers/json5.ts';
import { compareSpans } from '../../text/span.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { settingsReferences } from '../shared/settings/settings-tree.ts';

/** Registries and hosts of the settings. */
export const extractRenovate: Extract = source => {
  const { root, problems } = source.path.endsWith('.json5') ? parseJson5(source) : parseJson(source);
  const references = settingsReferences(root, {
    scope: folderModule('renovate', source.path),
    ignored: PROSE,
    // Presets and names of packages are no hosts.
    read: key => (NAMES.has(key) ? NOTHING : undefined),
  });
  return {
    references: references.sort((a, b) => compareSpans(a.span, b.span)),
    definitions: [],
    calls: [],
    comments: [],
    problems,
  };
};

const NOTHING: Reference[] = [];
const PROSE = /^(?:\$schema|description|prBody\w*|prHeader|prFooter|commit\w*|labels|schedule)$/;
const NAMES = new Set([
  'extends',
  'matchPackageNames',
  'matchPackagePatterns',
  'matchPackagePrefixes',
  'matchSourceUrls',
  'matchRepositories',
  'excludePackageNames',
  'ignoreDeps',
  'fileMatch',
  'managerFilePatterns',
  'matchStrings',
]);
