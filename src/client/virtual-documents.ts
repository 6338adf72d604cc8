import { type Disposable, workspace } from 'vscode';
import { VIRTUAL_SCHEME } from '../protocol/virtual-documents.ts';
import type { Session } from './session.ts';

/** Shows documents that only the server knows: the facts about a vendor, rulesets that come with the product. */
export function provideVirtualDocuments(session: Pick<Session, 'virtualDocument'>): Disposable {
  return workspace.registerTextDocumentContentProvider(VIRTUAL_SCHEME, {
    provideTextDocumentContent: uri => session.virtualDocument({ uri: uri.toString(true) }),
  });
}
