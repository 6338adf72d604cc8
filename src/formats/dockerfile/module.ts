/** A Dockerfile stands alone. Also the scope of what it says. */
export function dockerfileModule(path: string): string {
  return `dockerfile:${path}`;
}
