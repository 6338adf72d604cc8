import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Drone (https://docs.drone.io/yaml/docker/) and Woodpecker (https://woodpecker-ci.org/docs/usage/workflow-syntax). */
export const drone: Format = {
  id: 'drone',
  title: 'Drone, Woodpecker',
  family: 'delivery',
  files: [
    '.drone.yml',
    '.drone.yaml',
    '.woodpecker.yml',
    '.woodpecker.yaml',
    '**/.woodpecker/*.yml',
    '**/.woodpecker/*.yaml',
  ],
  lineComment: '#',
  module: path => folderModule('drone', path),
  extracts:
    'images of steps, plug-ins and services, settings of plug-ins, environment variables, commands, hosts in other values',
  resolves: 'environment of pipeline and step in commands and values, matrix, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractDrone,
};
