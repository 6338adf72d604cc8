import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { templateModule } from './module.ts';
import { readTemplate } from './template.ts';

/** Resources, regions, images, variables, scripts and hosts of a template of resources. */
export const extractTemplate: Extract = source => {
  const { root, comments, problems } = readJsonOrYaml(source, SUPPRESSION_MARKER);
  const template = root
    ? readTemplate(root, templateModule(source.path), source.path)
    : { references: [], definitions: [], calls: [], lookups: [] };
  const { references, definitions, calls, lookups } = template;
  return { references: uniqueReferences(references), definitions, calls, lookups, comments, problems };
};
