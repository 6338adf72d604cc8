import type { Format } from '../../model/format.ts';
import { serverlessDevsModule } from './module.ts';

/** Applications of Serverless Devs (https://github.com/Serverless-Devs/Serverless-Devs/blob/master/docs/en/yaml.md). */
export const serverlessDevs: Format = {
  id: 'serverless-devs',
  title: 'Serverless Devs',
  family: 'infrastructure',
  files: ['s.yaml', 's.yml', 's.*.yaml', 's.*.yml', 's_*.yaml', 's_*.yml'],
  lineComment: '#',
  sniff: head => /^(?:resources|services)[ \t]*:/m.test(head) && /^[ \t]+component[ \t]*:/m.test(head),
  module: serverlessDevsModule,
  extracts: 'components, regions, images, environment variables, commands, hosts',
  resolves: 'variables, by the paths of the file, and defaults of environment variables',
  load: async () => (await import('./extract.ts')).extractServerlessDevs,
};
