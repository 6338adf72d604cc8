import type { Format } from '../../model/format.ts';
import { powerShellModule } from './module.ts';

/** PowerShell scripts (https://learn.microsoft.com/en-us/powershell/scripting/lang-spec/chapter-01). */
export const powershell: Format = {
  id: 'powershell',
  title: 'PowerShell scripts',
  family: 'delivery',
  files: ['*.ps1', '*.psm1'],
  lineComment: '#',
  module: powerShellModule,
  extracts:
    'command-line tools, regions and environments of clouds that commands are told, mirrors, packages that are installed, images, environment variables, hosts in commands and here-strings; what is only printed is not',
  resolves: 'variables that the script assigns in one place, defaults of its parameters',
  load: async () => (await import('./extract.ts')).extractPowerShell,
};
