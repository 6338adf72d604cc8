/** A build stands alone. Also the scope of what it says. */
export function cloudBuildModule(path: string): string {
  return `cloud-build:${path}`;
}
