import type { Definition, Reference } from '../../model/extraction.ts';
import type { Extract } from '../../model/format.ts';
import { type MakeAssignment, type MakeRecipe, makeText, parseMakefile } from '../../parsers/makefile.ts';
import { type PlacedText, slicePlaced } from '../../parsers/placed-text.ts';
import { parseShellTemplate } from '../../parsers/shell-template.ts';
import { span } from '../../text/span.ts';
import { suppressionComments } from '../shared/comments/suppression-comments.ts';
import { expressionOf, type VariableLookUp } from '../shared/expressions.ts';
import { folderModule } from '../shared/modules/folder-module.ts';
import { commandReferences } from '../shared/scripts/shell-references.ts';
import { environmentReferences, environmentValueReferences } from '../shared/settings/environment.ts';
import { uniqueReferences } from '../shared/unique-references.ts';
import { targetScopes } from './target-scopes.ts';

/**
 * What variables and recipes refer to. The variables hold for all makefiles of the folder, those of targets for what is
 * run for these.
 */
export const extractMakefile: Extract = ({ path, text }) => {
  const scope = folderModule('makefile', path);
  const makefile = parseMakefile(text);
  const { assignments, recipes, comments } = makefile;
  const targets = targetScopes(makefile, scope);
  return {
    references: uniqueReferences([
      ...assignments.flatMap(assignment =>
        // It says the same for each of its targets.
        targets
          .ofAssignment(assignment)
          .slice(0, 1)
          .flatMap(inner => assignmentReferences(assignment, inner)),
      ),
      ...recipes.flatMap(recipe => recipeReferences(recipe, targets.ofRecipe(recipe))),
    ]),
    definitions: assignments.flatMap(assignment =>
      targets.ofAssignment(assignment).flatMap(inner => definitionOf(assignment, inner)),
    ),
    calls: targets.calls,
    comments: suppressionComments(text, comments, () => [
      ...assignments.map(({ name, value }) => span(name.span.start, Math.max(name.span.end, value.span.end))),
      ...recipes.map(recipe => recipe.text.span),
    ]),
    problems: [],
  };
};

/** What a target adds to a variable leaves it what it is otherwise, and is read where it stands. */
function definitionOf({ name, value, targets, adds }: MakeAssignment, scope: string): Definition[] {
  if (adds && targets.length > 0) return [];
  const expression = expressionOf(makeText(withoutQuotes(value)), variableOfMake(name.text));
  return [{ scope, name: name.text, value: expression, precedence: 'default' }];
}

/** Quotes are a part of the value for make, and none for the shell that it is handed to. */
function withoutQuotes(value: PlacedText): PlacedText {
  const { text } = value;
  const isQuoted = text.length > 1 && /^["']/.test(text) && text.endsWith(text.charAt(0));
  return isQuoted ? slicePlaced(value, 1, text.length - 1) : value;
}

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

function recipeReferences({ text }: MakeRecipe, scope: string): Reference[] {
  const commands = parseShellTemplate(makeText(text));
  return commandReferences(commands, {
    where: { scope, structuralPath: [] },
    lookUp: variableOfMake(),
    namesTools: true as const,
  });
}
