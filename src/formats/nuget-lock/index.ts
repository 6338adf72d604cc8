import type { Format } from '../../model/format.ts';
import { dotnetModule } from '../shared/modules/dotnet-module.ts';

/** NuGet's lockfile (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies). */
export const nugetLock: Format = {
  id: 'nuget-lock',
  title: 'NuGet lockfile',
  family: 'packages',
  files: ['packages.lock.json', 'packages.*.lock.json'],
  module: dotnetModule,
  generated: true,
  extracts: 'every resolved package, for each target framework',
  resolves: 'the chain of dependencies that brings a package in',
  load: async () => (await import('./extract.ts')).extractNugetLock,
};
