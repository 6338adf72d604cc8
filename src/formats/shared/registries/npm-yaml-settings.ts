import type { Reference } from '../../../model/extraction.ts';
import type { TreeNode } from '../../../parsers/tree.ts';
import type { Where } from '../strings.ts';
import { ecosystemOfSetting } from './npm-settings.ts';
import { addressHosts, registrySetting } from './registry-setting.ts';

/**
 * The registries, mirrors and hosts in the settings of pnpm and Yarn, whose names are npm's in another spelling.
 * Secrets are never read.
 */
export function npmSettingReferences(node: TreeNode | undefined, key: string, where: Where): Reference[] {
  if (!node || NOT_READ.test(key)) return [];
  if (node.kind === 'list') return node.items.flatMap(item => npmSettingReferences(item, key, where));
  if (node.kind === 'map') {
    return node.entries.flatMap(entry => {
      const inner = { ...where, structuralPath: [...where.structuralPath, entry.key] };
      const name = { text: entry.key, span: entry.keySpan };
      const hosts = entry.key.includes('//') ? addressHosts(name, inner) : [];
      return [
        ...hosts,
        ...npmSettingReferences(entry.value, REGISTRIES.has(key) ? 'registry' : entry.key, inner),
      ];
    });
  }
  const ecosystem = ecosystemOf(key);
  if (ecosystem !== undefined) return registrySetting(node, ecosystem, where);
  return HOSTS.test(key) || node.text.includes('://') ? addressHosts(node, where) : [];
}

const NOT_READ = /auth|token|password|secret|^(?:packages|checksum|cafile)|proxyBypass|^noproxy$/i;
const HOSTS = /proxy$|Whitelist$/i;
/** Maps from scopes to registries. */
const REGISTRIES = new Set(['registries']);

function ecosystemOf(key: string): string | undefined {
  if (/^npm(?:RegistryServer|PublishRegistry|AuditRegistry)$/.test(key)) return 'npm';
  const written = key.includes(':') ? key : key.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_');
  return ecosystemOfSetting(written);
}
