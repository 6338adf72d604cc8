import type { Format } from '../../model/format.ts';
import { samTemplateModule } from './module.ts';

/** Settings of the SAM command line (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html). */
export const samconfig: Format = {
  id: 'samconfig',
  title: 'SAM settings',
  family: 'infrastructure',
  files: ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'],
  lineComment: '#',
  module: samTemplateModule,
  extracts: 'regions, image repositories, values of parameters, hosts',
  resolves: 'the region and the parameters of `template.yaml` in the same folder',
  load: async () => (await import('./extract.ts')).extractSamconfig,
};
