import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { basename } from '../../text/path.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { ProjectReader } from './project.ts';

/** Providers, resources, configuration and hosts of a project file, a stack file or a program in YAML. */
export const extractPulumi: Extract = source => {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const reader = new ProjectReader(source.path, STACK.test(basename(source.path)));
  for (const document of file.documents) reader.readDocument(document);
  return {
    references: uniqueReferences(reader.references),
    definitions: reader.definitions,
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};

/** `Pulumi.<stack>.yaml` */
const STACK = /^Pulumi\..+\.ya?ml$/;
