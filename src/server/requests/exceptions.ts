import { exceptionEdits, WORKSPACE_RULESET } from '../../engine/index.ts';
import { addDays } from '../../model/day.ts';
import type { ExceptionEdit, ExceptionParams } from '../../protocol/requests.ts';
import { applyEdits } from '../../text/edit.ts';
import type { Folders } from '../folders/folders.ts';
import type { Services } from '../services.ts';

/** How many days an exception holds unless somebody writes another day. */
const DAYS = 90;

/**
 * The ruleset file of a document's folder with one more exception; `null` when the document belongs to no folder, or the
 * folder's file cannot be read or holds no ruleset.
 */
export async function exceptionEdit(
  { uri, match, path, reason, approvedBy }: ExceptionParams,
  folders: Pick<Folders, 'placeOf'>,
  { host, openDocument }: Pick<Services, 'host' | 'openDocument'>,
): Promise<ExceptionEdit | null> {
  const root = folders.placeOf(uri)?.folder.root;
  if (root?.kind !== 'folder') return null;
  const found = await host.findWorkspaceRuleset(root.uri);
  const rulesetUri = found?.uri ?? root.toUri(WORKSPACE_RULESET);
  const open = openDocument(rulesetUri)?.getText();
  if (open === undefined && found && !found.content.ok) return null;
  const text = open ?? (found?.content.ok ? found.content.text : undefined);
  const expires = addDays(host.clock.today(), DAYS);
  const fromRuleset = `${found?.pathPrefix ?? ''}${path}`;
  const exception = { match, paths: [fromRuleset], reason, approvedBy, expires };
  const edits = exceptionEdits(text, exception);
  if (!edits) return null;
  return { uri: rulesetUri, text: applyEdits(text ?? '', edits), isNew: text === undefined };
}
