import { dirname } from '../../../text/path.ts';

/** The folder of a Gradle project: its catalogs and its wrapper are in folders of their own below it. */
export function gradleFolder(path: string): string {
  return dirname(path).replace(/(?:^|\/)gradle(?:\/wrapper)?$/, '');
}

/** The module of a project's build scripts, properties, lock and catalogs. Also their scope. */
export function gradleModule(path: string): string {
  return `gradle:${gradleFolder(path)}`;
}
