import type { Format } from '../../model/format.ts';
import { pulumiModule } from './module.ts';

/** Projects, stacks and YAML programs of Pulumi (https://www.pulumi.com/docs/iac/concepts/projects/project-file/). */
export const pulumi: Format = {
  id: 'pulumi',
  title: 'Pulumi',
  family: 'infrastructure',
  files: ['Pulumi.yaml', 'Pulumi.yml', 'Pulumi.*.yaml', 'Pulumi.*.yml'],
  lineComment: '#',
  module: pulumiModule,
  extracts:
    'providers by the namespaces of settings, by plug-ins, packages and explicit providers; resources and functions of YAML programs, regions and zones, backends, images, environment variables, hosts',
  resolves:
    'settings of all stacks, variables, `fn::join`, `fn::select`, `fn::split`; the region of a resource by its provider or stack',
  load: async () => (await import('./extract.ts')).extractPulumi,
};
