import type { Format } from '../../model/format.ts';
import { dotnetModule } from '../shared/modules/dotnet-module.ts';

/** NuGet's settings (https://learn.microsoft.com/nuget/reference/nuget-config-file). */
export const nugetConfig: Format = {
  id: 'nuget-config',
  title: 'NuGet settings',
  family: 'package-settings',
  files: ['nuget.config', 'NuGet.config', 'NuGet.Config', 'Nuget.Config', 'Nuget.config'],
  module: dotnetModule,
  extracts: 'package sources, also of audits and of old versions, proxies and addresses in other settings',
  resolves: 'nothing: variables are those of the environment',
  load: async () => (await import('./extract.ts')).extractNugetConfig,
};
