/** An application stands alone. Also the scope of what it says. */
export function serverlessDevsModule(path: string): string {
  return `serverless-devs:${path}`;
}
