import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://buildkite.com/docs/pipelines/configure/defining-steps */
export const buildkite: Format = {
  id: 'buildkite',
  title: 'Buildkite',
  family: 'delivery',
  files: ['**/.buildkite/**/*.yml', '**/.buildkite/**/*.yaml', 'buildkite.yml', 'buildkite.yaml'],
  lineComment: '#',
  sniff: head => /^[ \t]*(?:-[ \t]+)?["']?(?:steps|command|commands|plugins)["']?[ \t]*:/m.test(head),
  module: path => folderModule('buildkite', path),
  extracts: 'plug-ins with their settings, images, environment variables, commands, hosts in other values',
  resolves: 'environment of pipeline and step, also in commands, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractBuildkite,
};
