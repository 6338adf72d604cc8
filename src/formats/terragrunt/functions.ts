import type { Expression } from '../../model/expression.ts';
import type { ModuleCall } from '../../model/extraction.ts';
import type { Replace } from '../shared/hcl/map-expression.ts';
import { type Locals, pathsOf } from './paths.ts';
import { FOUND, namedCall, scopeOfFile } from './scopes.ts';

/**
 * Puts in what Terragrunt's own functions give, for the file at `path`
 * (https://terragrunt.gruntwork.io/docs/reference/built-in-functions/).
 * @param calls gets the files that the functions read
 */
export function terragruntFunctions(path: string, locals: Locals, calls: ModuleCall[]): Replace {
  return expression => {
    if (expression.type !== 'call') return undefined;
    const [first, second] = expression.arguments;
    if (expression.name === 'get_env' && first?.type === 'literal' && second) {
      return { type: 'variable', name: `env.${first.value}`, span: expression.span, fallback: second };
    }
    if (expression.name !== 'read_terragrunt_config' || !first) return undefined;
    return configuration(nameOf(first, path, locals, calls), expression);
  };
}

/** By what name the file's configuration is known. */
function nameOf(file: Expression, path: string, locals: Locals, calls: ModuleCall[]): string {
  if (file.type === 'call' && file.name === 'find_in_parent_folders') {
    const [name] = file.arguments;
    if (!name) return `${FOUND}terragrunt.hcl`;
    // Where it is found depends on which file includes this one.
    if (name.type === 'literal') return FOUND + name.value;
  }
  const name = `read:${file.span.start}`;
  for (const target of pathsOf(file, path, locals)) calls.push(namedCall(scopeOfFile(path), target, name));
  return name;
}

/** An object with what the file says. */
function configuration(name: string, { span }: Expression): Expression {
  const items = ['locals', 'inputs'].map(key => ({
    key,
    value: { type: 'variable', name: `${name}.${key}`, span } as const,
  }));
  return { type: 'collection', items, span };
}
