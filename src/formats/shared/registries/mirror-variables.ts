import { ecosystemOfSetting } from './npm-settings.ts';

/**
 * Which downloads an environment variable redirects, by the tools that read it: `PIP_INDEX_URL`, `GOPROXY`, ….
 * @returns the ecosystem for `Reference.ecosystem`; `undefined` for any other variable.
 */
export function ecosystemOfVariable(name: string): string | undefined {
  const upper = name.toUpperCase();
  const known = BY_NAME.get(upper);
  if (known !== undefined) return known;
  for (const { pattern, ecosystem } of BY_PATTERN) if (pattern.test(upper)) return ecosystem;
  return upper.startsWith(NPM_PREFIX) ? ecosystemOfSetting(upper.slice(NPM_PREFIX.length)) : undefined;
}

/** npm reads each of its settings from the environment too. */
const NPM_PREFIX = 'NPM_CONFIG_';

const BY_NAME = new Map(
  Object.entries({
    go: ['GOPROXY'],
    pypi: [
      'PIP_INDEX_URL',
      'PIP_EXTRA_INDEX_URL',
      'PIP_INDEX',
      'PIP_MIRROR',
      'PIPENV_PYPI_MIRROR',
      'PDM_PYPI_URL',
      'PYPI_MIRROR',
      'PYPI_INDEX_URL',
      'UV_INDEX',
      'UV_INDEX_URL',
      'UV_DEFAULT_INDEX',
      'UV_EXTRA_INDEX_URL',
    ],
    npm: ['NPM_REGISTRY', 'YARN_REGISTRY', 'YARN_NPM_REGISTRY_SERVER', 'NPM_MIRROR', 'COREPACK_NPM_REGISTRY'],
    'npm-binaries': [
      'CHROMEDRIVER_CDNURL',
      'CYPRESS_DOWNLOAD_MIRROR',
      'ELECTRON_BUILDER_BINARIES_MIRROR',
      'ELECTRON_MIRROR',
      'PLAYWRIGHT_DOWNLOAD_HOST',
      'PUPPETEER_DOWNLOAD_BASE_URL',
      'PUPPETEER_DOWNLOAD_HOST',
      'SASS_BINARY_SITE',
      'SENTRYCLI_CDNURL',
    ],
    node: [
      'FNM_NODE_DIST_MIRROR',
      'NODEJS_ORG_MIRROR',
      'NODE_BUILD_MIRROR_URL',
      'NODE_MIRROR',
      'NVM_NODEJS_ORG_MIRROR',
      'N_NODE_MIRROR',
    ],
    rustup: ['RUSTUP_DIST_SERVER', 'RUSTUP_UPDATE_ROOT'],
    rubygems: ['RUBYGEMS_HOST', 'GEM_HOST', 'GEM_SOURCE', 'RUBYGEMS_MIRROR'],
    composer: ['COMPOSER_MIRROR', 'COMPOSER_REPO_PACKAGIST'],
    maven: ['MAVEN_MIRROR', 'MAVEN_MIRROR_URL', 'MAVEN_REPO_URL'],
    alpine: ['ALPINE_MIRROR', 'ALPINE_REPO', 'APK_MIRROR', 'APK_REPO'],
    debian: ['DEBIAN_MIRROR'],
    ubuntu: ['UBUNTU_MIRROR', 'UBUNTU_ARCHIVE_MIRROR'],
    apt: ['APT_MIRROR', 'APT_SOURCE', 'APT_REPO'],
    'docker-ce': ['DOCKER_DOWNLOAD_URL'],
    homebrew: [
      'HOMEBREW_API_DOMAIN',
      'HOMEBREW_BOTTLE_DOMAIN',
      'HOMEBREW_BREW_GIT_REMOTE',
      'HOMEBREW_CORE_GIT_REMOTE',
      'HOMEBREW_PIP_INDEX_URL',
    ],
    huggingface: ['HF_ENDPOINT', 'HF_MIRROR'],
    flutter: ['FLUTTER_STORAGE_BASE_URL'],
    pub: ['PUB_HOSTED_URL'],
    conda: ['CONDA_CHANNEL_ALIAS', 'CONDA_CHANNELS', 'CONDA_MIRROR'],
    cran: ['CRAN_MIRROR', 'CRAN'],
    julia: ['JULIA_PKG_SERVER'],
  }).flatMap(([ecosystem, names]) => names.map(name => [name, ecosystem] as const)),
);

const BY_PATTERN = [
  { pattern: /^UV_INDEX_[A-Z0-9_]+_URL$/, ecosystem: 'pypi' },
  { pattern: /^POETRY_REPOSITORIES_[A-Z0-9_]+_URL$/, ecosystem: 'pypi' },
  { pattern: /^CARGO_REGISTRIES_[A-Z0-9_]+_INDEX$/, ecosystem: 'cargo' },
  { pattern: /^CARGO_SOURCE_[A-Z0-9_]+_REGISTRY$/, ecosystem: 'cargo' },
  { pattern: /^BUNDLE_MIRROR__/, ecosystem: 'rubygems' },
];
