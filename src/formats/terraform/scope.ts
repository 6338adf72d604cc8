import { dirname } from '../../text/path.ts';

/**
 * The module that a file is part of, which is also the scope of its names: Terraform reads a folder's files as one
 * (https://developer.hashicorp.com/terraform/language/files).
 */
export function moduleOfFile(path: string): string {
  return moduleOfFolder(dirname(path));
}

export function moduleOfFolder(folder: string): string {
  return `${PREFIX}${folder}`;
}

/** The folder of a module; the empty string for the root. */
export function folderOfModule(module: string): string {
  return module.slice(PREFIX.length);
}

/**
 * The modules in the folders above a file, nearest first: a file of values in `env/` or `environments/prod/` is
 * given to the configuration above it with `-var-file`.
 */
export function outerModules(path: string): string[] {
  const modules: string[] = [];
  for (let folder = dirname(path); folder !== ''; folder = dirname(folder))
    modules.push(moduleOfFolder(dirname(folder)));
  return modules;
}

const PREFIX = 'terraform:';
