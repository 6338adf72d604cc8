import { env, Range, Uri, window } from 'vscode';
import type { ViewCommandName } from '../protocol/commands.ts';
import type { ListedFinding } from '../protocol/findings.ts';
import type { Dossiers } from './dossiers.ts';
import { addException } from './exceptions.ts';
import type { LeafNode } from './finding-nodes.ts';
import type { FindingsView } from './findings-view.ts';
import type { Session } from './session.ts';
import { showFixes } from './show-fixes.ts';

/** What the commands of the view's title and of its findings do. */
export function viewCommands(
  session: Session,
  view: FindingsView,
  dossiers: Dossiers,
): Readonly<Record<ViewCommandName, (node: unknown) => unknown>> {
  return {
    groupByVendor: () => view.groupBy('vendor'),
    groupByFile: () => view.groupBy('file'),
    groupByConcern: () => view.groupBy('concern'),
    groupBySeverity: () => view.groupBy('severity'),
    fixFinding: withFinding(fix),
    ignoreFinding: withFinding(({ uri, match, path }) => addException(session, uri, match, path)),
    copyFinding: withFinding(({ message }) => env.clipboard.writeText(message)),
    showFindingDossier: withFinding(({ vendor }) => dossiers.show(vendor)),
  };
}

/** The commands are in the menu of findings only; run from elsewhere, without one, they do nothing. */
function withFinding(run: (finding: ListedFinding) => unknown): (node: unknown) => unknown {
  return node => (isLeaf(node) ? run(node.finding) : undefined);
}

function isLeaf(node: unknown): node is LeafNode {
  return typeof node === 'object' && node !== null && Reflect.get(node, 'node') === 'finding';
}

/** Opens the finding's place and the menu of fixes there. */
async function fix({ uri, start, end }: ListedFinding): Promise<void> {
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(Uri.parse(uri, true), { selection });
  await showFixes(uri, start.line, start.character);
}
