/** A task definition stands alone. Also the scope of what it says. */
export function ecsTaskModule(path: string): string {
  return `ecs-task:${path}`;
}
