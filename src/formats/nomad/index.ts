import type { Format } from '../../model/format.ts';

/** Nomad job specifications (https://developer.hashicorp.com/nomad/docs/job-specification). */
export const nomad: Format = {
  id: 'nomad',
  title: 'Nomad jobs',
  family: 'infrastructure',
  files: ['*.nomad', '*.nomad.hcl', '*.hcl'],
  lineComment: '#',
  // Other files in HCL are called `*.hcl` too.
  sniff: head => JOB.test(head),
  module: path => `nomad:${path}`,
  extracts:
    'container images, artifact sources, environment variables, commands, templates, hosts in any text; `region` and `datacenters` are free names there and are not read',
  resolves: 'variables and locals of the file, conditionals, functions, `dynamic` blocks',
  load: async () => (await import('./extract.ts')).createExtractNomad(),
};

const JOB = /^[ \t]*job[ \t]+"[^"\n]*"[ \t]*\{/m;
