import { folderModule } from '../shared/modules/folder-module.ts';

/** A project and its stacks are read together. Also their scope. */
export function pulumiModule(path: string): string {
  return folderModule('pulumi', path);
}

/** The project's own namespace of configuration. */
export function namespaceName(name: string): string {
  return `namespace ${name}`;
}
