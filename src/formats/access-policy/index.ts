import type { Format } from '../../model/format.ts';
import { accessPolicyModule } from './module.ts';

/**
 * Policies of who may do what in a cloud, as files of their own
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
 */
export const accessPolicy: Format = {
  id: 'access-policy',
  title: 'Access policies (IAM, RAM)',
  family: 'infrastructure',
  files: ['*.json'],
  sniff: head => /"Statement"\s*:\s*[[{]/i.test(head) && /"Effect"\s*:\s*"(?:Allow|Deny)"/i.test(head),
  module: accessPolicyModule,
  extracts: 'principals, the names of resources with their partition and region, hosts',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractAccessPolicy,
};
