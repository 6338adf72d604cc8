import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Settings and remembered context of the CDK (https://docs.aws.amazon.com/cdk/v2/guide/context.html). */
export const cdk: Format = {
  id: 'cdk',
  title: 'CDK settings and context',
  family: 'infrastructure',
  files: ['cdk.json', 'cdk.context.json'],
  module: path => folderModule('cdk', path),
  extracts:
    'regions of remembered lookups, availability zones, regions and hosts in context values, commands',
  resolves: 'nothing: values are literal',
  load: async () => (await import('./extract.ts')).extractCdk,
};
