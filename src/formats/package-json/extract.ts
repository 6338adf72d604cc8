import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { compareSpans } from '../../text/span.ts';
import { npmModule } from '../shared/modules/npm-module.ts';
import { dependencyReferences } from './dependencies.ts';
import { overrideReferences } from './overrides.ts';
import { scriptReferences } from './scripts.ts';
import { settingReferences } from './settings.ts';
import { workspaceManifests } from './workspaces.ts';

/** Everything that a manifest refers to. Its descriptive fields (`repository`, `homepage`, `author`, …) are prose. */
export const extractPackageJson: Extract = source => {
  const { root, problems } = parseJson(source);
  const scope = npmModule(source.path);
  const references =
    root?.kind === 'map'
      ? [
          ...dependencyReferences(root, scope),
          ...overrideReferences(root, scope),
          ...settingReferences(root, scope),
          ...scriptReferences(root, scope),
        ]
      : [];
  references.sort((a, b) => compareSpans(a.span, b.span));
  const projects = root?.kind === 'map' ? workspaceManifests(root, source.path) : [];
  return { references, definitions: [], calls: [], projects, comments: [], problems };
};
