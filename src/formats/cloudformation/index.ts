import type { Format } from '../../model/format.ts';
import { hasKey } from '../shared/has-key.ts';
import { TEMPLATE_CALLS, templateMarker, templateModule } from './module.ts';

/** Templates of AWS CloudFormation and of its Serverless Application Model (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html). */
export const cloudformation: Format = {
  id: 'cloudformation',
  title: 'CloudFormation and SAM templates',
  family: 'infrastructure',
  files: ['*.yaml', '*.yml', '*.json', '*.template'],
  lineComment: '#',
  sniff: head => hasKey(head, 'AWSTemplateFormatVersion') || (hasKey(head, 'Resources') && TYPE.test(head)),
  module: templateModule,
  callMarker: templateMarker,
  calls: TEMPLATE_CALLS,
  extracts:
    'resource types, regions and zones, container images, environment variables, user data and other scripts, hosts and ARNs in any text',
  resolves:
    'parameters with their allowed values, mappings, `Ref`, `Fn::Sub`, `Fn::Join`, `Fn::If`, `Fn::FindInMap`, `Fn::Select`, `Fn::Split`, nested stacks; the region stays unknown unless a file of values tells it',
  load: async () => (await import('./extract.ts')).extractTemplate,
};

const TYPE = /["']?\bType["']?[ \t]*:[ \t]*["']?[A-Za-z0-9]+::[A-Za-z0-9]+::[A-Za-z0-9]/;
