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

const PREFIX = 'terraform:';
