import type { Definition, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type MakeAssignment, makeText, parseMakefile } from '../../parsers/makefile.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { parseShellTemplate } from '../../parsers/shell-template.ts';
import { span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { expressionOf, type VariableLookUp } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { environmentReferences, environmentValueReferences } from '../shared/settings/environment.ts';
import { uniqueReferences } from '../shared/unique-references.ts';

/** What variables and recipes refer to; the variables hold for all makefiles of the folder. */
export const extractMakefile: Extract = ({ path, text }) => {
  const scope = folderModule('makefile', path);
  const { assignments, recipes, comments } = parseMakefile(text);
  return {
    references: uniqueReferences([
      ...assignments.flatMap(assignment => assignmentReferences(assignment, scope)),
      ...recipes.flatMap(recipe => recipeReferences(recipe, scope)),
    ]),
    definitions: assignments.map(
      ({ name, value }): Definition => ({
        scope,
        name: name.text,
        value: expressionOf(makeText(value), variableOfMake(name.text)),
        precedence: 'default',
      }),
    ),
    calls: [],
    comments: suppressionComments(text, comments, () => [
      ...assignments.map(({ name, value }) => span(name.span.start, Math.max(name.span.end, value.span.end))),
      ...recipes.map(recipe => recipe.span),
    ]),
    problems: [],
  };
};

/** A value that is made from its own name extends another one. */
function variableOfMake(defined?: string): VariableLookUp {
  return (name, place, fallback) =>
    name === '' || name === defined
      ? (fallback ?? { type: 'unknown', reason: 'set-at-run-time', span: place })
      : { type: 'variable', name, span: place, ...(fallback && { fallback }) };
}

function assignmentReferences({ name, value }: MakeAssignment, scope: string): Reference[] {
  const where = { scope, structuralPath: [name.text] };
  const text = makeText(value);
  return /^[A-Z]/.test(name.text)
    ? environmentReferences(name, text, where, variableOfMake(name.text))
    : environmentValueReferences(name.text, text, where, variableOfMake(name.text));
}

function recipeReferences(recipe: PlacedText, scope: string): Reference[] {
  const commands = parseShellTemplate(makeText(recipe));
  return commandReferences(commands, {
    where: { scope, structuralPath: [] },
    lookUp: variableOfMake(),
    namesTools: true as const,
  });
}
