import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { ansibleModule, ansibleWording } from '../shared/modules/ansible-module.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { variableDefinitions } from './definitions.ts';

/** What variables hold, by the meaning of their names, and what tasks can use of them. */
export const extractAnsibleVariables: Extract = source => {
  const { path } = source;
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const collector = new Collector(ansibleModule(path), ansibleWording(path));
  for (const document of file.documents) readManifest(collector, document);
  return {
    references: uniqueReferences(collector.references),
    definitions: file.documents.flatMap(document =>
      variableDefinitions(document, path, scalar => collector.expressionOf(scalar)),
    ),
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};
