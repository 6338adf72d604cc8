import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** rclone (https://rclone.org/docs/#config-config-file), s3cmd (https://s3tools.org/s3cmd) and the AWS command line. */
export const storageClients: Format = {
  id: 'storage-clients',
  title: 'Settings of rclone, s3cmd, AWS CLI',
  family: 'application-settings',
  files: ['rclone.conf', '.s3cfg', '*.s3cfg', '**/.aws/config'],
  lineComment: '#',
  module: path => folderModule('storage-clients', path),
  extracts: 'providers, endpoints, regions and other hosts. Keys and passwords are never read',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractStorageClients,
};
