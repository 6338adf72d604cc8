import type { Format } from '../../model/format.ts';
import { actionsModule, localUse } from './module.ts';

/**
 * Workflows (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax) and actions
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax).
 */
export const githubActions: Format = {
  id: 'github-actions',
  title: 'GitHub Actions',
  family: 'delivery',
  files: [
    '**/.github/workflows/*.yml',
    '**/.github/workflows/*.yaml',
    '**/.gitea/workflows/*.yml',
    '**/.gitea/workflows/*.yaml',
    '**/.forgejo/workflows/*.yml',
    '**/.forgejo/workflows/*.yaml',
    '**/workflow-templates/*.yml',
    '**/workflow-templates/*.yaml',
    'action.yml',
    'action.yaml',
  ],
  lineComment: '#',
  // Other tools have files named `action.yml` too.
  sniff: head => /^(?:jobs|runs|["']?on["']?)[ \t]*:/m.test(head),
  module: actionsModule,
  callMarker: localUse,
  calls: { kinds: ['actions'] },
  extracts:
    'actions and reusable workflows, images of steps, containers and services, inputs of actions (regions, registries, mirrors, scripts), environment variables, run scripts, hosts in other values',
  resolves:
    'env of workflow, job and step, also in scripts; matrix as a set of values; defaults and choices of inputs, and what local callers give them',
  load: async () => (await import('./extract.ts')).extractGithubActions,
};
