import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings } from '../shared/settings/plain-settings.ts';
import { entriesOf } from '../shared/tree-access.ts';
import { buildspecModule } from './module.ts';

/** What the phases run, and with which variables. */
export const extractBuildspec: Extract = source =>
  extractSettings(readJsonOrYaml(source, SUPPRESSION_MARKER), (root, settings) => {
    for (const { key, value } of entriesOf(root))
      if (value) settings.readSetting(key, value, { scope: buildspecModule(source.path) });
  });
