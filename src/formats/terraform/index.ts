import type { Format } from '../../model/format.ts';
import { basename } from '../../text/path.ts';
import { folderOfModule, moduleOfFile, outerModules } from './scope.ts';

/** Terraform and OpenTofu configuration, in both syntaxes (https://developer.hashicorp.com/terraform/language). */
export const terraform: Format = {
  id: 'terraform',
  title: 'Terraform and OpenTofu configuration',
  family: 'infrastructure',
  files: ['*.tf', '*.tofu', '*.tf.json', '*.tofu.json'],
  lineComment: '#',
  module: moduleOfFile,
  callMarker: module => callMarker(folderOfModule(module)),
  calls: {
    kinds: ['terraform', 'start-up'],
    signs: ['module', 'template'],
    upward: { modules: outerModules, markers: ['"../', '".."', './..'] },
  },
  extracts:
    'providers, resources, data sources, modules, backends, regions and zones, container images, environment variables, commands, hosts and ARNs in any text',
  resolves:
    'variables with `.tfvars`, locals, conditionals, `for_each` and `for`, functions, provider names, inputs of local modules per call, outputs',
  load: async () => (await import('./extract.ts')).createExtractTerraform(),
};

/** A call of a folder ends with its name (`source = "../modules/network"`), unless it only goes up. */
function callMarker(folder: string): string | undefined {
  return folder === '' ? undefined : `/${basename(folder)}`;
}
