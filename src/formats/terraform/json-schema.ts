import type { BlockSchema } from '../../parsers/hcl/json.ts';

/**
 * Which members of a JSON configuration file are blocks, and how many labels each has
 * (https://developer.hashicorp.com/terraform/language/syntax/json). What is a block inside a resource is not told
 * apart from an attribute: its elements are looked at by their names either way.
 */
export const JSON_BLOCKS: BlockSchema = new Map([
  [
    'terraform',
    {
      labels: 0,
      blocks: new Map([
        ['required_providers', { labels: 0 }],
        ['backend', { labels: 1 }],
        ['cloud', { labels: 0 }],
      ]),
    },
  ],
  ['provider', { labels: 1 }],
  ['resource', { labels: 2 }],
  ['data', { labels: 2 }],
  ['ephemeral', { labels: 2 }],
  ['module', { labels: 1 }],
  ['variable', { labels: 1 }],
  ['locals', { labels: 0 }],
  ['output', { labels: 1 }],
  ['check', { labels: 1, blocks: new Map([['data', { labels: 2 }]]) }],
  ['import', { labels: 0 }],
  ['moved', { labels: 0 }],
  ['removed', { labels: 0 }],
]);
