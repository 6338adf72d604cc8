import { UNKNOWN_PART } from '../../text/unknown-part.ts';

/** An image reference taken apart, without tag and digest. */
export interface ImageName {
  /** Lower case, without port: `docker.io`, `registry.example.com`. */
  readonly registry: string;
  /** `library/nginx`, `google_containers/pause`; empty for a bare registry. */
  readonly repository: string;
}

/** The registry of a reference that names none (https://docs.docker.com/reference/cli/docker/image/tag/). */
export const DOCKER_HUB = 'docker.io';

/**
 * Reads an image reference. The first segment is a registry if and only if it holds a `.` or `:` or is
 * `localhost` (https://pkg.go.dev/github.com/distribution/reference); else the image is on Docker Hub.
 */
export function parseImageName(reference: string): ImageName {
  const path = withoutTag(withoutScheme(reference.trim())).toLowerCase().replace(/\/$/, '');
  const slash = path.indexOf('/');
  if (slash < 0) {
    return isBareRegistry(path)
      ? onRegistry(path, '')
      : { registry: DOCKER_HUB, repository: `library/${path}` };
  }
  const first = path.slice(0, slash);
  // A segment that is partly unknown may be a registry: only what is known is compared.
  const isRegistry = /[.:]/.test(first) || first === 'localhost' || first.includes(UNKNOWN_PART);
  return isRegistry ? onRegistry(first, path.slice(slash + 1)) : { registry: DOCKER_HUB, repository: path };
}

/**
 * Where the registry of a name answers, for settings that have an address: Docker Hub's is not its name
 * (https://github.com/containerd/containerd/blob/main/docs/hosts.md).
 */
export function registryHost(registry: string): string {
  return registry === DOCKER_HUB ? 'registry-1.docker.io' : registry;
}

/** Docker Hub's other names, in references and in the configuration of tools. */
const DOCKER_HUB_HOSTS = new Set(['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

function onRegistry(host: string, repository: string): ImageName {
  const registry = host.replace(/:.*$/s, '');
  if (!DOCKER_HUB_HOSTS.has(registry) && registry !== DOCKER_HUB) return { registry, repository };
  const isOfficial = repository !== '' && !repository.includes('/');
  return { registry: DOCKER_HUB, repository: isOfficial ? `library/${repository}` : repository };
}

/** Logins and mirror settings name a registry alone. A name on Docker Hub has no dot before letters. */
function isBareRegistry(name: string): boolean {
  return /\.[a-z]{2,}(?::[0-9]+)?$/.test(name);
}

function withoutScheme(reference: string): string {
  return reference.replace(/^[a-z+-]+:\/\//i, '');
}

function withoutTag(name: string): string {
  const path = name.replace(/@.*$/s, '');
  const colon = path.lastIndexOf(':');
  if (colon < 0 || path.includes('/', colon)) return path;
  const isPort = !path.includes('/') && isBareRegistry(path.toLowerCase());
  return isPort ? path : path.slice(0, colon);
}
