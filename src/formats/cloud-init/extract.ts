import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { scopeVariable } from '../shared/expressions.ts';
import { startUpModule } from '../shared/modules/start-up-module.ts';
import { type CloudConfigContext, cloudConfigReferences } from '../shared/start-up/cloud-config.ts';
import { withExpressions } from '../shared/start-up/start-up.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** Package sources, commands and written files of a cloud-config. */
export const extractCloudInit: Extract = source => {
  const file = parseYaml(source, SUPPRESSION_MARKER);
  const context: CloudConfigContext = {
    where: { scope: startUpModule(source.path), structuralPath: [] },
    lookUp: scopeVariable,
    read: withExpressions,
  };
  return {
    references: uniqueReferences(
      file.documents.flatMap(document => cloudConfigReferences(document, context)),
    ),
    definitions: [],
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};
