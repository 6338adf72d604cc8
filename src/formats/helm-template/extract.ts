import { SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { parseYaml } from '../../parsers/yaml/parse.ts';
import { makeSource } from '../../text/source.ts';
import { Collector } from '../kubernetes/collector.ts';
import { readManifest } from '../kubernetes/extract.ts';
import { templateWording } from '../kubernetes/template-wording.ts';
import { GoTemplate, withoutMarks } from '../shared/go-template.ts';
import { chartRoot, helmModule } from '../shared/modules/helm-module.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** What a template says once it is rendered, as far as the chart's files tell. */
export const extractHelmTemplate: Extract = source => {
  const { path, text } = source;
  const template = new GoTemplate(path, text, chartRoot(path));
  const file = parseYaml(makeSource(path, template.yamlText), SUPPRESSION_MARKER);
  const collector = new Collector(helmModule(path), templateWording(template));
  for (const document of file.documents) readManifest(collector, document);
  return {
    references: uniqueReferences(withoutMarks(collector.references)),
    definitions: [...collector.definitions, ...template.definitions(helmModule(path))],
    calls: [],
    comments: file.comments,
    // A template need not be YAML before it is rendered: both branches of a condition stand in it.
    problems: file.problems.filter(({ code }) => code !== 'syntax-error'),
  };
};
