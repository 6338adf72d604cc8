import type { Format } from '../../model/format.ts';
import { templateModule } from '../cloudformation/module.ts';
import { hasKey } from '../shared/has-key.ts';

/** Files of parameters for templates (https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack.html). */
export const cloudformationParameters: Format = {
  id: 'cloudformation-parameters',
  title: 'CloudFormation parameters',
  family: 'infrastructure',
  files: ['*.json', '*.yaml', '*.yml'],
  lineComment: '#',
  sniff: head => hasKey(head, 'ParameterKey') && hasKey(head, 'ParameterValue'),
  module: templateModule,
  extracts: 'container images, environment variables, hosts and ARNs in values',
  resolves: 'the parameters of the template that the file is named after',
  load: async () => (await import('./extract.ts')).extractCloudformationParameters,
};
