/** A service stands alone. Also the scope of what it says. */
export function serverlessModule(path: string): string {
  return `serverless:${path}`;
}
