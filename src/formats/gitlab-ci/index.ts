import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/** https://docs.gitlab.com/ci/yaml/ */
export const gitlabCi: Format = {
  id: 'gitlab-ci',
  title: 'GitLab CI/CD',
  family: 'delivery',
  files: [
    '.gitlab-ci.yml',
    '.gitlab-ci.yaml',
    '.gitlab-ci.*.yml',
    '*.gitlab-ci.yml',
    '*.gitlab-ci.yaml',
    '**/.gitlab/**/*.yml',
    '**/.gitlab/**/*.yaml',
    '**/.gitlab-ci/**/*.yml',
    '**/.gitlab-ci/**/*.yaml',
  ],
  lineComment: '#',
  // The folders also hold issue templates and settings of other tools.
  sniff: head => JOBS.test(head),
  module: path => folderModule('gitlab-ci', path),
  extracts:
    'images and services of jobs, remote includes and components, variables, scripts, runner inputs, hosts in other values',
  resolves:
    'variables of the file, of the job and of the jobs that it extends, !reference, defaults of inputs, anchors and merge keys',
  load: async () => (await import('./extract.ts')).extractGitlabCi,
};

const JOBS =
  /^[ \t]*["']?(?:script|before_script|after_script|stages|include|image|variables|extends|trigger|default|workflow|spec)["']?[ \t]*:/m;
