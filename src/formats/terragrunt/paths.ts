import type { Expression } from '../../model/expression.ts';
import { dirname, joinInside } from '../../text/path.ts';
import { foldersAbove } from './scopes.ts';

/** A file's locals: paths are often put together from them. */
export type Locals = ReadonlyMap<string, Expression>;

/**
 * The paths, relative to the root of what is scanned, that an expression can mean in the file at `path`; several
 * when a folder above is searched for, none for a path that is only known when Terragrunt runs or is elsewhere.
 */
export function pathsOf(expression: Expression, path: string, locals: Locals): string[] {
  const folder = dirname(path);
  const written = new PathReader(folder, locals).read(expression, 0);
  // An address of somewhere else has a scheme.
  const local = written.filter(text => !text.includes(':'));
  const inside = local.map(text => joinInside(text.startsWith('/') ? '' : folder, text.replace(/^\/+/, '')));
  return [...new Set(inside.filter(each => each !== undefined))];
}

/** More combinations than any file means. */
const MAX_PATHS = 24;
const MAX_DEPTH = 8;
const MAX_STEPS = 1000;

/** Where the root is: paths that begin with `/` are relative to it. */
const ROOT = '/.';

class PathReader {
  private readonly folder: string;
  private readonly locals: Locals;
  private steps = 0;

  constructor(folder: string, locals: Locals) {
    this.folder = folder;
    this.locals = locals;
  }

  read(expression: Expression, depth: number): string[] {
    if (depth > MAX_DEPTH || ++this.steps > MAX_STEPS) return [];
    switch (expression.type) {
      case 'literal':
        return [expression.value];
      case 'template':
        return this.joined(expression.parts, depth);
      case 'choice':
        return expression.options.flatMap(option => this.read(option, depth + 1)).slice(0, MAX_PATHS);
      case 'variable': {
        const local = this.locals.get(expression.name);
        return local ? this.read(local, depth + 1) : [];
      }
      case 'call':
        return this.called(expression.name, expression.arguments, depth);
      default:
        return [];
    }
  }

  private joined(parts: readonly Expression[], depth: number): string[] {
    let texts = [''];
    for (const part of parts) {
      const ends = this.read(part, depth + 1);
      texts = texts.flatMap(text => ends.map(end => text + end)).slice(0, MAX_PATHS);
    }
    return texts;
  }

  private called(name: string, [first]: readonly Expression[], depth: number): string[] {
    const above = foldersAbove(this.folder).map(folder => `${ROOT}/${folder}`);
    switch (name) {
      case 'find_in_parent_folders': {
        const [file = 'terragrunt.hcl'] = first ? this.read(first, depth + 1) : [];
        return above.map(folder => `${folder}/${file}`);
      }
      case 'get_repo_root':
      case 'get_path_to_repo_root':
        return [ROOT];
      case 'get_terragrunt_dir':
      case 'get_original_terragrunt_dir':
        return [`${ROOT}/${this.folder}`];
      case 'get_parent_terragrunt_dir':
      case 'path_relative_from_include':
        return above;
      case 'dirname':
        return first ? this.read(first, depth + 1).map(dirname) : [];
      default:
        return [];
    }
  }
}
