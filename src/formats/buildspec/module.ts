/** A build specification stands alone. Also the scope of what it says. */
export function buildspecModule(path: string): string {
  return `buildspec:${path}`;
}
