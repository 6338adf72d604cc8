import { basename, dirname } from '../../../text/path.ts';

/**
 * The module of a Python project's manifests, lockfiles and settings: they are read together. Also their scope. A
 * folder `requirements` belongs to the project around it.
 */
export function pythonModule(path: string): string {
  const folder = dirname(path);
  return `python:${basename(folder) === 'requirements' ? dirname(folder) : folder}`;
}
