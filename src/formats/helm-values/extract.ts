import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { basename } from '../../text/path.ts';
import { makeSource } from '../../text/source.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { templateWording } from '../kubernetes/template-wording.ts';
import { GoTemplate, withoutMarks } from '../shared/go-template.ts';
import { chartFolder, chartRoot, helmModule, valueName } from '../shared/modules/helm-module.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { valueDefinitions } from './definitions.ts';

/** What values name by the meaning of their keys, and what templates can use of them. */
export const extractHelmValues: Extract = source => {
  const { path, text } = source;
  const template = new GoTemplate(path, text, chartRoot(path));
  const file = parseYaml(makeSource(path, template.yamlText), SUPPRESSION_MARKER);
  const registryVariable = valueName(['global', 'imageRegistry']);
  const collector = new Collector(helmModule(path), { ...templateWording(template), registryVariable });
  for (const document of file.documents) readManifest(collector, document);
  const isDefault = /^values\.ya?ml$/.test(basename(path));
  const precedence = isDefault ? 'default' : 'alternative';
  return {
    references: uniqueReferences(withoutMarks(collector.references)),
    definitions: file.documents.flatMap(document =>
      valueDefinitions(document, chartFolder(path), precedence, scalar => collector.expressionOf(scalar)),
    ),
    calls: [],
    comments: file.comments,
    problems: file.problems,
  };
};
