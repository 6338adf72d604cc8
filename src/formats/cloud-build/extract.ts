import { type Definition, type Reference, SUPPRESSION_MARKER } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import type { InterpolatedText } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf, type TreeNode, type TreeScalar } from '../../parsers/tree.ts';
import { interpolate } from '../../parsers/variable.ts';
import { expressionOf, scopeVariable } from '../shared/expressions.ts';
import { imageReferences } from '../shared/packages/image-reference.ts';
import { assignmentOf, commandWords } from '../shared/scripts/command-words.ts';
import { commandReferences, shellReferences } from '../shared/scripts/shell-references.ts';
import { environmentReferences } from '../shared/settings/environment.ts';
import { readJsonOrYaml } from '../shared/settings/json-or-yaml.ts';
import { stringReferences, type Where } from '../shared/strings.ts';
import { entriesOf, itemsOf, stringAt, stringsOf } from '../shared/tree-access.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { cloudBuildModule } from './module.ts';

/** What the steps of a build run in and do, and which images it pushes. */
export const extractCloudBuild: Extract = source => {
  const { root, comments, problems } = readJsonOrYaml(source, SUPPRESSION_MARKER);
  const scope = cloudBuildModule(source.path);
  const steps = itemsOf(childOf(root, 'steps'));
  const references = [
    ...steps.flatMap((step, index) =>
      stepReferences(step, { scope, structuralPath: ['steps', String(index)] }),
    ),
    ...stringsOf(childOf(root, 'images')).flatMap(image =>
      imageReferences(textOf(image), { scope, structuralPath: ['images'] }, scopeVariable),
    ),
    ...environmentOf(childOf(childOf(root, 'options'), 'env'), { scope, structuralPath: ['options', 'env'] }),
  ];
  const definitions = entriesOf(childOf(root, 'substitutions')).flatMap(({ key, value }): Definition[] =>
    value?.kind === 'scalar'
      ? [{ scope, name: key, value: expressionOf(textOf(value), scopeVariable), precedence: 'default' }]
      : [],
  );
  const strings = entriesOf(childOf(root, 'substitutions')).flatMap(({ key, value }) =>
    value?.kind === 'scalar'
      ? stringReferences(textOf(value), { scope, structuralPath: ['substitutions', key] }, scopeVariable)
      : [],
  );
  return {
    references: uniqueReferences([...references, ...strings]),
    definitions,
    calls: [],
    comments,
    problems,
  };
};

function stepReferences(step: TreeNode, where: Where): Reference[] {
  const name = stringAt(step, 'name');
  const script = stringAt(step, 'script');
  return [
    ...(name ? imageReferences(textOf(name), where, scopeVariable) : []),
    ...(script ? shellReferences(script, { where, lookUp: scopeVariable }) : []),
    ...argumentsReferences(step, where),
    ...environmentOf(childOf(step, 'env'), where),
  ];
}

/** What is given to the step's program, which can be the one that its image is named after. */
function argumentsReferences(step: TreeNode, where: Where): Reference[] {
  const given = stringsOf(childOf(step, 'args'));
  const name = stringAt(step, 'name');
  const program = stringAt(step, 'entrypoint') ?? (name && builderOf(name));
  if (!program || given.some(({ text }) => /\s/.test(text)))
    return given.flatMap(argument => argumentReferences(argument, where));
  const words = [program, ...given].map(textOf);
  return commandReferences([{ words, redirects: [], heredocs: [], pipeline: 1 }], {
    where,
    lookUp: scopeVariable,
  });
}

/** `gcr.io/cloud-builders/docker` runs `docker` (https://cloud.google.com/build/docs/cloud-builders). */
function builderOf({ text, ...name }: TreeScalar): PlacedText | undefined {
  const program = /\/cloud-builders\/([a-z-]+)(?:[:@].*)?$/s.exec(text)?.[1];
  return program === undefined ? undefined : { text: program, span: name.span };
}

/** A script behind `-c`, or a word. */
function argumentReferences(argument: TreeScalar, where: Where): Reference[] {
  return /\s/.test(argument.text)
    ? shellReferences(argument, { where, lookUp: scopeVariable })
    : stringReferences(textOf(argument), where, scopeVariable);
}

/** A list of `NAME=value`. */
function environmentOf(list: TreeNode | undefined, where: Where): Reference[] {
  return commandWords(stringsOf(list).map(textOf)).flatMap(word => {
    const assignment = assignmentOf(word);
    return assignment ? environmentReferences(assignment.name, assignment.value, where, scopeVariable) : [];
  });
}

function textOf(scalar: PlacedText): InterpolatedText {
  return interpolate(scalar, '$$');
}
