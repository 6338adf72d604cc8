import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Settings of .NET applications (https://learn.microsoft.com/aspnet/core/fundamentals/configuration/). */
export const appsettings: Format = {
  id: 'appsettings',
  title: '.NET settings',
  family: 'application-settings',
  files: ['appsettings.json', 'appsettings.*.json'],
  module: path => folderModule('appsettings', path),
  extracts: 'hosts and regions in values, connection strings among them',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractAppsettings,
};
