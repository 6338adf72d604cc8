import type { Format } from '../../model/format.ts';
import { TERRAGRUNT_MODULE } from './scopes.ts';

/** Terragrunt configuration (https://terragrunt.gruntwork.io/docs/reference/config-blocks-and-attributes/). */
export const terragrunt: Format = {
  id: 'terragrunt',
  title: 'Terragrunt',
  family: 'infrastructure',
  // The files that a `terragrunt.hcl` reads have any name: `root.hcl`, `region.hcl`, `account.hcl`.
  files: ['*.hcl'],
  lineComment: '#',
  sniff: head => CONFIGURATION.test(head),
  module: () => TERRAGRUNT_MODULE,
  // All of a tree's files are one module, which only they themselves read.
  callMarker: () => 'read_terragrunt_config',
  calls: { kinds: ['terragrunt', 'terraform'] },
  extracts:
    'generated providers and backends, remote state, modules, inputs, environment variables and commands of hooks, roles, hosts and ARNs in any text',
  resolves:
    'locals, `include`, `read_terragrunt_config` and `find_in_parent_folders` through the tree, inputs of local modules, values of units, `get_env` with a default; outputs of `dependency` blocks whose module is in the tree',
  load: async () => (await import('./extract.ts')).createExtractTerragrunt(),
};

const CONFIGURATION =
  /^[ \t]*(?:(?:locals|terraform|remote_state|dependencies|catalog|engine|errors|exclude|include)[ \t]*\{|(?:include|dependency|generate|feature|unit|stack)[ \t]+"[^"\n]*"[ \t]*\{|(?:inputs|iam_role|terraform_binary|terragrunt_version_constraint)[ \t]*=)/m;
