import type { Format } from '../../model/format.ts';
import { folderModule } from '../shared/modules/folder-module.ts';

/**
 * Where container engines pull from: Docker's `daemon.json`
 * (https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file), containerd
 * (https://github.com/containerd/containerd/blob/main/docs/hosts.md), `registries.conf`
 * (https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md) and k3s
 * (https://docs.k3s.io/installation/private-registry).
 */
export const containerRegistries: Format = {
  id: 'container-registries',
  title: 'Settings of Docker, containerd, Podman, k3s',
  family: 'containers',
  files: [
    'daemon.json',
    '**/containerd/config.toml',
    '**/containerd/config.toml.tmpl',
    '**/certs.d/**/hosts.toml',
    'registries.conf',
    '**/registries.conf.d/*.conf',
    'registries.yaml',
    'buildkitd.toml',
  ],
  sniff: head => SETTINGS.test(head),
  module: path => folderModule('container-registries', path),
  extracts: 'registry mirrors, insecure and configured registries, sandbox images, proxies',
  resolves: '–',
  load: async () => (await import('./extract.ts')).extractContainerRegistries,
};

/** Other tools have a `daemon.json` or a `registries.yaml` too. */
const SETTINGS =
  /"(?:registry-mirrors|insecure-registries|proxies|exec-opts|log-driver|storage-driver|data-root|runtimes)"|^[ \t]*\[|^(?:mirrors|configs|server|unqualified-search-registries|version)\s*[:=]/m;
