import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { serverlessModule } from './module.ts';
import { ServiceReader } from './service.ts';

/** The provider, plug-ins, functions, components and resources of a service. */
export const extractServerless: Extract = source => {
  const { root, comments, problems } = readJsonOrYaml(source, SUPPRESSION_MARKER);
  if (!root) return { references: [], definitions: [], calls: [], comments, problems };
  const service = new ServiceReader(root, serverlessModule(source.path), source.path);
  service.read();
  return {
    references: uniqueReferences(service.references),
    definitions: service.definitions,
    calls: [],
    lookups: service.lookups,
    comments,
    problems,
  };
};
