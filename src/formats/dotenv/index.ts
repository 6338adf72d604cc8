import type { Format } from '../../model/format.ts';
import { composeModule } from '../shared/modules/compose-module.ts';

/** Files of environment variables, which Compose and many tools read (https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax). */
export const dotenv: Format = {
  id: 'dotenv',
  title: 'Environment files',
  family: 'application-settings',
  files: ['.env', '.env.*', '*.env'],
  lineComment: '#',
  module: composeModule,
  extracts: 'names of environment variables, mirrors and hosts in their values',
  resolves: 'variables of the same file; gives Compose files in the folder their values',
  load: async () => (await import('./extract.ts')).extractDotenv,
};
