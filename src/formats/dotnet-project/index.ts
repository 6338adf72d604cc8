import type { Format } from '../../model/format.ts';
import { dirname } from '../../text/path.ts';
import { dotnetModule } from '../shared/modules/dotnet-module.ts';
import { outerModules } from '../shared/modules/outer-modules.ts';

/** MSBuild projects and what they import (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files), and `packages.config`. */
export const dotnetProject: Format = {
  id: 'dotnet-project',
  title: '.NET projects',
  family: 'packages',
  files: ['*.csproj', '*.fsproj', '*.vbproj', '*.props', '*.targets', 'packages.config', '*.nuspec'],
  sniff: head => /<(?:[\w-]+:)?(?:Project|packages|package)[\s>]/.test(head),
  module: dotnetModule,
  // Only from the folders below.
  callMarker: () => undefined,
  calls: {
    kinds: ['dotnet'],
    upward: { modules: path => outerModules('dotnet', dirname(path)), markers: ['<PackageReference'] },
  },
  extracts:
    'package references and versions, global references, tools, SDKs, restore sources, hosts in properties, the packages of `packages.config` and `*.nuspec`',
  resolves: 'properties of the project and of `Directory.*.props` in the folders around it',
  load: async () => (await import('./extract.ts')).extractDotnetProject,
};
