/** The tool for which an environment variable names a cloud. */
export function toolOfVariable(name: string): string | undefined {
  return VARIABLES.find(({ pattern }) => pattern.test(name))?.tool;
}

const VARIABLES: readonly { readonly pattern: RegExp; readonly tool: string }[] = [
  // https://rclone.org/docs/#environment-variables
  { pattern: /^RCLONE_(?:CONFIG_\w+|S3)_PROVIDER$/, tool: 'rclone' },
  // https://kubernetes-sigs.github.io/external-dns/latest/docs/flags/
  { pattern: /^EXTERNAL_DNS_PROVIDER$/, tool: 'external-dns' },
  // https://doc.traefik.io/traefik/reference/install-configuration/configuration-options/
  { pattern: /^TRAEFIK_(?:CERTIFICATESRESOLVERS_\w+_)?ACME_DNSCHALLENGE_PROVIDER$/, tool: 'lego' },
  // https://distribution.github.io/distribution/about/configuration/#override-specific-configuration-options
  { pattern: /^REGISTRY_STORAGE$/, tool: 'registry' },
  // https://docs.linuxserver.io/images/docker-swag/
  { pattern: /^DNSPLUGIN$/, tool: 'swag' },
  // https://developer.hashicorp.com/vault/docs/configuration/seal
  { pattern: /^VAULT_SEAL_TYPE$/, tool: 'vault' },
];
