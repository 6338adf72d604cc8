/** Every script is a module of its own. Also its scope. */
export function shellModule(path: string): string {
  return `shell:${path}`;
}
