/**
 * Which package tool a configuration file belongs to, by its path: what is written into it redirects that tool.
 * @returns an ecosystem, or a family (`apt`, `yum`) that the addresses tell more of.
 */
export function ecosystemOfFile(path: string): string | undefined {
  return FILES.find(({ pattern }) => pattern.test(path))?.ecosystem;
}

const FILES = [
  { pattern: /\/etc\/apt\//, ecosystem: 'apt' },
  { pattern: /\/etc\/apk\//, ecosystem: 'alpine' },
  { pattern: /\/etc\/(?:yum|dnf)\b|\.repo$/, ecosystem: 'yum' },
  { pattern: /\/etc\/zypp\//, ecosystem: 'zypper' },
  { pattern: /\/etc\/pacman/, ecosystem: 'pacman' },
  { pattern: /\bpip\.(?:conf|ini)$|\.pydistutils\.cfg$|\buv\.toml$/, ecosystem: 'pypi' },
  { pattern: /\.(?:npmrc|yarnrc|yarnrc\.yml)$/, ecosystem: 'npm' },
  { pattern: /\.cargo\/config(?:\.toml)?$/, ecosystem: 'cargo' },
  { pattern: /\bgemrc$|\.bundle\/config$/, ecosystem: 'rubygems' },
  { pattern: /\bsettings(?:-docker)?\.xml$|init\.gradle/, ecosystem: 'maven' },
  { pattern: /\.condarc$/, ecosystem: 'conda' },
  { pattern: /\bRprofile(?:\.site)?$/, ecosystem: 'cran' },
  { pattern: /\bdaemon\.json$|\/etc\/containerd\/|\/registries\.conf/, ecosystem: 'docker' },
  { pattern: /composer\/(?:config|auth)\.json$/, ecosystem: 'composer' },
];

/**
 * The ecosystem of an operating system's packages, which addresses tell by their path.
 * @param family what `ecosystemOfFile` gave; anything but a family is returned as it is.
 * @param text the address and what stands around it: what it replaces.
 */
export function refineEcosystem(family: string, text: string): string {
  if (family !== 'apt' && family !== 'yum') return family;
  const lower = text.toLowerCase();
  return (
    DISTRIBUTIONS.find(name => lower.includes(name)) ??
    ALIASES.find(each => lower.includes(each.name))?.id ??
    family
  );
}

/** Names that are also the ids; the longer before the ones they contain. */
const DISTRIBUTIONS = [
  'docker-ce',
  'kubernetes',
  'ubuntu',
  'debian',
  'kali',
  'deepin',
  'epel',
  'centos',
  'fedora',
  'almalinux',
  'rocky',
  'openeuler',
  'anolis',
];

const ALIASES = [{ name: 'raspbian', id: 'raspberrypi' }];
