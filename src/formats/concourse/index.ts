import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** Pipelines (https://concourse-ci.org/pipelines.html) and tasks (https://concourse-ci.org/tasks.html). */
export const concourse: Format = {
  id: 'concourse',
  title: 'Concourse',
  family: 'delivery',
  files: [
    ...['pipeline*', 'concourse*', 'task', '*-pipeline', '*-task'].flatMap(name => [
      `${name}.yml`,
      `${name}.yaml`,
    ]),
    ...['ci', 'concourse'].flatMap(folder => [`**/${folder}/**/*.yml`, `**/${folder}/**/*.yaml`]),
  ],
  lineComment: '#',
  sniff: head => isPipeline(head) || isTask(head),
  module: path => folderModule('concourse', path),
  extracts:
    'sources of resources with their registries, regions and endpoints, images of tasks, parameters, scripts, hosts in other values',
  resolves:
    'parameters of a task in its script, anchors and merge keys; `((…))` is set by whoever sets the pipeline',
  load: async () => (await import('./extract.ts')).extractConcourse,
};

function isPipeline(head: string): boolean {
  return (
    /^(?:resources|resource_types|jobs)[ \t]*:/m.test(head) &&
    /^[ \t]*(?:-[ \t]+)?(?:plan|get|put)[ \t]*:/m.test(head)
  );
}

function isTask(head: string): boolean {
  return /^platform[ \t]*:/m.test(head) && /^run[ \t]*:/m.test(head);
}
