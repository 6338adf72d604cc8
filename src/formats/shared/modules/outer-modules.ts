import type { Expression } from '../../../model/expression.ts';
import type { Definition, ModuleCall } from '../../../model/extraction.ts';
import { dirname } from '../../../text/path.ts';
import type { VariableLookUp } from '../expressions.ts';

/** Further up than any build reaches. */
const MAX_LEVELS = 8;

/**
 * The calls by which a project reads what the folders around it define: Gradle's properties and catalogs, Maven's
 * parents, MSBuild's `Directory.*.props`.
 * @param language the prefix of the modules' keys.
 * @param folder the project's.
 */
export function outerCalls(language: string, folder: string): ModuleCall[] {
  return outerModules(language, folder).map((target, index) => ({
    scope: `${language}:${folder}`,
    target,
    name: `outer${index + 1}`,
    span: { start: 0, end: 0 },
    inputs: new Map(),
  }));
}

/** The keys of the modules that `outerCalls` calls. */
export function outerModules(language: string, folder: string): string[] {
  return foldersAround(folder).map(outer => `${language}:${outer}`);
}

/** A name of the project itself, else of the nearest folder around it that defines it. */
export function inheritedVariable(folder: string): VariableLookUp {
  const levels = foldersAround(folder).length;
  return (name, span, fallback) => {
    let outer: Expression | undefined = fallback;
    for (let level = levels; level > 0; level--) outer = variable(`outer${level}.${key(name)}`, span, outer);
    return variable(key(name), span, outer);
  };
}

/** A definition that the project itself and those below it can use. */
export function inheritableDefinitions(
  scope: string,
  name: string,
  value: Expression,
  precedence: Definition['precedence'] = 'default',
): Definition[] {
  const written = key(name);
  return [
    { scope, name: written, value, precedence },
    { scope, name: `output.${written}`, value, precedence: 'default' },
  ];
}

function variable(name: string, span: Expression['span'], fallback: Expression | undefined): Expression {
  return { type: 'variable', name, span, ...(fallback && { fallback }) };
}

/** Names of modules end at a dot. */
function key(name: string): string {
  return name.replaceAll('.', ':');
}

/** The folders above one, the nearest first, as far as any project reaches. */
export function foldersAround(folder: string): string[] {
  const folders: string[] = [];
  let at = folder;
  while (at !== '' && folders.length < MAX_LEVELS) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}
