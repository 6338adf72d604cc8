import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { Collector } from '../kubernetes/collector.ts';
import { ansibleModule, ansibleWording, projectCalls } from '../shared/modules/ansible-module.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { TaskReader } from './tasks.ts';

/** What plays and tasks use, by the meaning of their keywords and of modules' arguments. */
export const extractAnsible: Extract = source => {
  const { path } = source;
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const collector = new Collector(ansibleModule(path), ansibleWording(path));
  const reader = new TaskReader(collector, path);
  for (const document of file.documents) reader.readList(document, undefined);
  return {
    references: uniqueReferences(collector.references),
    definitions: reader.definitions,
    calls: projectCalls(path),
    comments: file.comments,
    problems: file.problems,
  };
};
