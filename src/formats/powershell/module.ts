/** Every script is a module of its own. Also its scope. */
export function powerShellModule(path: string): string {
  return `powershell:${path}`;
}
