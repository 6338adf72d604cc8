import { dirname } from '../../../text/path.ts';

/** The module of a folder's .NET projects, their locks and NuGet's settings. Also their scope. */
export function dotnetModule(path: string): string {
  return `dotnet:${dirname(path)}`;
}
