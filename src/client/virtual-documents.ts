import { type Disposable, workspace } from 'vscode';
import { VIRTUAL_DOCUMENT, VIRTUAL_SCHEME } from '../protocol/virtual-documents.ts';
import type { Session } from './session.ts';

/** Documents without a file that only the server knows: the facts about a vendor, rulesets that come with the product. */
export class VirtualDocuments implements Disposable {
  private readonly registration: Disposable;

  constructor(session: Pick<Session, 'ask'>) {
    this.registration = workspace.registerTextDocumentContentProvider(VIRTUAL_SCHEME, {
      provideTextDocumentContent: uri => session.ask(VIRTUAL_DOCUMENT, { uri: uri.toString(true) }),
    });
  }

  dispose(): void {
    this.registration.dispose();
  }
}
