import { dirname } from '../../../text/path.ts';

/** The module of a folder's pom and Maven settings. Also their scope. */
export function mavenModule(path: string): string {
  return `maven:${mavenFolder(path)}`;
}

/** The project's folder: its own settings are in `.mvn`. */
export function mavenFolder(path: string): string {
  return dirname(path).replace(/(?:^|\/)\.mvn$/, '');
}
