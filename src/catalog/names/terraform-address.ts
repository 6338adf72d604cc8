/** Terraform's public registries: an address without host means the first (https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses). */
const PUBLIC_REGISTRIES = ['registry.terraform.io/', 'registry.opentofu.org/'];

/**
 * A provider's source address in the form that is compared: lower case, without a public registry's host.
 * `alicloud` alone stays as it is.
 */
export function normaliseProvider(address: string): string {
  return withoutPublicRegistry(address.trim().toLowerCase());
}

/** Providers that are part of the tool (https://developer.hashicorp.com/terraform/language/resources/terraform-data). */
export function isBuiltinProvider(address: string): boolean {
  return address.startsWith('terraform.io/builtin/');
}

/** A module's source address: in the file's own tree, or somewhere else. */
export type ModuleAddress =
  | { readonly type: 'local' }
  /** `namespace/name/provider`, with a host when the registry is a private one. */
  | { readonly type: 'registry'; readonly address: string }
  /** `host/path` of a repository or an archive. */
  | { readonly type: 'remote'; readonly address: string };

/**
 * Reads a module's `source` (https://developer.hashicorp.com/terraform/language/modules/sources): registry
 * addresses, `git::` and the other getters, `git@host:path`, plain URLs; sub-folder and query are dropped.
 */
export function parseModuleSource(source: string): ModuleAddress {
  const text = source.trim().toLowerCase();
  if (text === '' || /^\.{0,2}[/\\]|^\.{1,2}$|^file:/.test(text)) return { type: 'local' };
  const address = text
    .replace(/^[a-z0-9]+::/, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/\?.*$/s, '')
    .replace(/\/\/.*$/s, '')
    .replace(/^[^/@]*@([^/:]+):/, '$1/')
    .replace(/^[^/@]*@/, '')
    .replace(/\.git$/, '');
  const isRemote =
    /^[a-z0-9]+::|^[a-z][a-z0-9+.-]*:\/\/|^[^/@]*@[^/:]+:|^(?:github\.com|bitbucket\.org)\//.test(text);
  if (isRemote) return { type: 'remote', address };
  return { type: 'registry', address: withoutPublicRegistry(address) };
}

function withoutPublicRegistry(address: string): string {
  const host = PUBLIC_REGISTRIES.find(registry => address.startsWith(registry));
  return host === undefined ? address : address.slice(host.length);
}
