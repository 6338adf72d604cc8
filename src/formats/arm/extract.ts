import type { Extract } from '../../model/format.ts';
import { parseJson } from '../../parsers/json.ts';
import { stringAt } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { armModule, isParameterFile, templatesOfParameters } from './module.ts';
import { ArmTemplate } from './template.ts';

/** Resources, locations, images, variables and hosts of an ARM template, or the values in a file of parameters. */
export const extractArm: Extract = source => {
  const { root, problems } = parseJson(source);
  const template = new ArmTemplate(source.path);
  const scope = armModule(source.path);
  const schema = stringAt(root, '$schema')?.text ?? '';
  if (root && /deploymentParameters\.json/i.test(schema)) {
    template.readParameters(
      root,
      scope,
      isParameterFile(source.path) ? templatesOfParameters(source.path) : [],
    );
  } else if (root) template.readTemplate(root, { scope });
  return {
    references: uniqueReferences(template.references),
    definitions: template.definitions,
    calls: template.calls,
    comments: [],
    problems,
  };
};
