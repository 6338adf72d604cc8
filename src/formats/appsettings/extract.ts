import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { compareSpans } from '../../text/span.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { settingsReferences } from '../shared/settings/settings-tree.ts';

/** Hosts and regions of an application's settings. */
export const extractAppsettings: Extract = source => {
  const { root, problems } = parseJson(source);
  const references = settingsReferences(root, {
    scope: folderModule('appsettings', source.path),
    ignored: /^(?:\$schema|description|title|\/\/.*)$/i,
  });
  return {
    references: references.sort((a, b) => compareSpans(a.span, b.span)),
    definitions: [],
    calls: [],
    comments: [],
    problems,
  };
};
