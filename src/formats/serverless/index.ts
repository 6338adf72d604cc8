import type { Format } from '../../model/format.ts';
import { serverlessModule } from './module.ts';

/** Services of the Serverless Framework and of Serverless Components (https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml). */
export const serverless: Format = {
  id: 'serverless',
  title: 'Serverless Framework and Components',
  family: 'infrastructure',
  files: [
    'serverless.yml',
    'serverless.yaml',
    'serverless.json',
    'serverless.*.yml',
    'serverless.*.yaml',
    'serverless-compose.yml',
  ],
  lineComment: '#',
  module: serverlessModule,
  extracts:
    'the provider and its region, plug-ins, components, images, environment variables, CloudFormation resources, hosts and ARNs in any text',
  resolves:
    'variables of the file itself, also by computed paths, and defaults of `opt`, `env` and other sources; what CloudFormation templates have',
  load: async () => (await import('./extract.ts')).extractServerless,
};
