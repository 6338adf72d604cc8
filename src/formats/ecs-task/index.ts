import type { Format } from '../../model/format.ts';
import { ecsTaskModule } from './module.ts';

/** Task definitions of ECS (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html). */
export const ecsTask: Format = {
  id: 'ecs-task',
  title: 'ECS task definition',
  family: 'containers',
  files: ['*.json'],
  sniff: head => /"containerDefinitions"\s*:\s*\[/.test(head) && /"image"\s*:/.test(head),
  module: ecsTaskModule,
  extracts: 'images, environment variables and secrets, commands, regions of log drivers, hosts and ARNs',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractEcsTask,
};
