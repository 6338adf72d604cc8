import type { Finding } from '../../model/finding.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Source } from '../../text/source.ts';
import { removeSourceReplacement } from './cargo-source.ts';
import { removeDockerfileVariable } from './dockerfile-variable.ts';
import { emptyAddress, removeArchiveUrl, removeJsonProperty, removeTarball } from './locked-address.ts';
import { removeMirrorElement } from './maven-mirror.ts';
import {
  removeHostLine,
  removeIniLine,
  removeOptionLine,
  removePlainLine,
  removeTrustedHost,
} from './setting-line.ts';
import { removeFromShell } from './shell-removal.ts';
import type { WrittenAddress } from './written-address.ts';
import { removeYamlItem, removeYamlLine } from './yaml-line.ts';

/** Removes what sets a tool's registry, so that its default applies; `undefined` where the syntax there is another. */
export type Remove = (
  text: string,
  written: Pick<WrittenAddress, 'span' | 'scheme'>,
) => readonly TextEdit[] | undefined;

/** How a setting is removed, by the format's id; the first that understands the place does it. */
const SETTINGS: Readonly<Record<string, readonly Remove[]>> = {
  npmrc: [removeIniLine, removeHostLine],
  'pip-conf': [removeIniLine],
  'setup-cfg': [removeIniLine],
  dotenv: [removeIniLine],
  bunfig: [removeIniLine],
  yarnrc: [removePlainLine],
  'pip-requirements': [removeOptionLine],
  'yarnrc-yml': [removeYamlLine],
  'pnpm-workspace': [removeYamlLine],
  'bundle-config': [removeYamlLine],
  compose: [removeYamlLine, removeFromShell],
  dockerfile: [removeDockerfileVariable, removeFromShell],
  'package-json': [removeFromShell, removeJsonProperty],
  'cargo-config': [removeSourceReplacement],
  'maven-settings': [removeMirrorElement],
  'package-lock': [removeJsonProperty],
  lerna: [removeJsonProperty],
  'electron-builder': [removeYamlLine, removeJsonProperty],
  'pnpm-lock': [removeTarball],
  'bun-lock': [emptyAddress],
  'yarn-lock': [removeArchiveUrl],
};

/** What only speaks about a host that a registry is set to elsewhere: who to trust, what to say to it. */
const ABOUT_A_HOST: Readonly<Record<string, readonly Remove[]>> = {
  npmrc: [removeHostLine],
  'pip-conf': [removeTrustedHost],
  'pip-requirements': [removeOptionLine],
  'yarnrc-yml': [removeYamlItem],
  dockerfile: [removeFromShell],
};

/**
 * Removes the setting that names a mirror.
 * @param format the id of the file's format
 */
export function removeSetting(
  { text }: Source,
  written: Parameters<Remove>[1],
  format: string | undefined,
  { kind, ecosystem }: Pick<Finding, 'kind' | 'ecosystem'>,
): readonly TextEdit[] | undefined {
  // A list of proxies has others in it, which must stay.
  if (ecosystem === 'go') return undefined;
  const known =
    kind === 'mirror' ? (SETTINGS[format ?? ''] ?? [removeFromShell]) : ABOUT_A_HOST[format ?? ''];
  for (const remove of known ?? []) {
    const edits = remove(text, written);
    if (edits) return edits;
  }
  return undefined;
}
