import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { childOf } from '../../parsers/tree.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { extractSettings } from '../shared/settings/plain-settings.ts';
import { placeInside } from '../shared/settings/template-reader.ts';
import { entriesOf, itemsOf, stringAt } from '../shared/tree-access.ts';
import { ecsTaskModule } from './module.ts';

/** What the containers of a task are made of and told. */
export const extractEcsTask: Extract = source =>
  extractSettings(readJsonOrYaml(source, SUPPRESSION_MARKER), (root, settings) => {
    const scope = ecsTaskModule(source.path);
    // What the service describes has the definition inside.
    const definition = childOf(root, 'taskDefinition');
    const task = definition?.kind === 'map' ? definition : root;
    for (const { key, value } of entriesOf(task)) if (value) settings.readSetting(key, value, { scope });
    for (const container of itemsOf(childOf(task, 'containerDefinitions'))) {
      const options = childOf(childOf(container, 'logConfiguration'), 'options');
      const region = stringAt(options, 'awslogs-region');
      if (region) settings.readRegion(region, placeInside({ scope }, 'awslogs-region'));
    }
  });
