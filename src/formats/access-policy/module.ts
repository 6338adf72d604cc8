/** A policy stands alone. Also the scope of what it says. */
export function accessPolicyModule(path: string): string {
  return `access-policy:${path}`;
}
