import type { Format } from '../../model/format.ts';
import { cloudBuildModule } from './module.ts';

/** Builds of Cloud Build (https://cloud.google.com/build/docs/build-config-file-schema). */
export const cloudBuild: Format = {
  id: 'cloud-build',
  title: 'Cloud Build configuration',
  family: 'delivery',
  files: ['cloudbuild*.yaml', 'cloudbuild*.yml', 'cloudbuild*.json', '*cloudbuild.yaml'],
  lineComment: '#',
  sniff: head => /^[ \t]*["']?steps["']?\s*:/m.test(head),
  module: cloudBuildModule,
  extracts: 'images of steps and those that are pushed, scripts, environment variables, hosts',
  resolves: 'substitutions of the file',
  load: async () => (await import('./extract.ts')).extractCloudBuild,
};
