/**
 * Which downloads a setting of npm, or of an install script that reads npm's settings, redirects. The names are
 * those of `.npmrc` and of a manifest's `config` and `publishConfig`.
 * @returns the ecosystem for `Reference.ecosystem`; `undefined` for a setting that redirects nothing.
 */
export function ecosystemOfSetting(name: string): string | undefined {
  const key = name.toLowerCase().replaceAll('-', '_');
  if (key === 'registry' || key === 'replace_registry_host' || REGISTRY_OF_SCOPE.test(key)) return 'npm';
  if (NODE_DISTRIBUTION.has(key)) return 'node';
  return BINARY_DOWNLOAD.test(key) ? 'npm-binaries' : undefined;
}

/** `@company:registry`. */
const REGISTRY_OF_SCOPE = /^@[^:]+:registry$/;

/** Headers and releases of Node.js itself, for `node-gyp`, nvm and others. */
const NODE_DISTRIBUTION = new Set([
  'disturl',
  'dist_url',
  'node_mirror',
  'nodejs_org_mirror',
  'nvm_nodejs_org_mirror',
]);

/** `electron_mirror`, `sass_binary_site`, `sharp_dist_base_url`, `canvas_binary_host_mirror`, `chromedriver_cdnurl`, … */
const BINARY_DOWNLOAD =
  /_(?:mirror|cdnurl|binary_(?:host|site|url|base_url)|download_(?:host|url|base_url)|dist_(?:base_)?url)$/;
