import type { Format } from '../../model/format.ts';
import { buildspecModule } from './module.ts';

/** Build specifications of CodeBuild (https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html). */
export const buildspec: Format = {
  id: 'buildspec',
  title: 'CodeBuild build specification',
  family: 'delivery',
  files: ['buildspec*.yml', 'buildspec*.yaml', '*buildspec.yml', '*buildspec.yaml'],
  lineComment: '#',
  sniff: head => /^["']?phases["']?[ \t]*:/m.test(head),
  module: buildspecModule,
  extracts: 'commands of all phases, environment variables, hosts',
  resolves: 'variables of the same command',
  load: async () => (await import('./extract.ts')).extractBuildspec,
};
