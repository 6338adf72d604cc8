import type { Format } from '../../model/format.ts';
import { TEMPLATE_CALLS, templateMarker, templateModule } from '../cloudformation/module.ts';
import { hasKey } from '../shared/has-key.ts';

/** Templates of Alibaba Cloud's Resource Orchestration Service (https://www.alibabacloud.com/help/en/ros/user-guide/template-syntax). */
export const ros: Format = {
  id: 'ros',
  title: 'ROS templates',
  family: 'infrastructure',
  files: ['*.yaml', '*.yml', '*.json', '*.template'],
  lineComment: '#',
  sniff: head => hasKey(head, 'ROSTemplateFormatVersion'),
  module: templateModule,
  callMarker: templateMarker,
  calls: TEMPLATE_CALLS,
  extracts:
    'resource and data source types, regions and zones, container images, environment variables, user data and other scripts, hosts in any text',
  resolves: 'what CloudFormation templates have, and `Locals`',
  load: async () => (await import('../cloudformation/extract.ts')).extractTemplate,
};
