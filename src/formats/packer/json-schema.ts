import type { BlockSchema } from '../../parsers/hcl/json.ts';

const PLUGINS: BlockSchema = new Map(
  ['source', 'provisioner', 'error-cleanup-provisioner', 'post-processor'].map(type => [type, { labels: 1 }]),
);

/** Which members of `*.pkr.json` are blocks (https://developer.hashicorp.com/packer/docs/templates/hcl_templates/syntax-json). */
export const PACKER_BLOCKS: BlockSchema = new Map([
  ['packer', { labels: 0, blocks: new Map([['required_plugins', { labels: 0 }]]) }],
  ['source', { labels: 2 }],
  ['data', { labels: 2 }],
  ['variable', { labels: 1 }],
  ['locals', { labels: 0 }],
  ['local', { labels: 1 }],
  [
    'build',
    {
      labels: 0,
      blocks: new Map([...PLUGINS, ['post-processors', { labels: 0, blocks: PLUGINS }]]),
    },
  ],
]);
