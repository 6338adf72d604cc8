/** A manifest stands alone. Also the scope of what it says. */
export function kubernetesModule(path: string): string {
  return `kubernetes:${path}`;
}
