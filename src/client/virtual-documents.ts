import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { VIRTUAL_SCHEME } from '../protocol/virtual-documents.ts';
import type { Session } from './session.ts';

/**
 * Documents without a file: those that only the server knows (the facts about a vendor, rulesets that come with the
 * product), and pages that were made for somebody who asked.
 */
export class VirtualDocuments implements Disposable {
  private readonly pages = new Map<string, string>();
  private readonly changes = new EventEmitter<Uri>();
  private readonly registration: Disposable;

  constructor(session: Pick<Session, 'virtualDocument'>) {
    this.registration = workspace.registerTextDocumentContentProvider(VIRTUAL_SCHEME, {
      onDidChange: this.changes.event,
      provideTextDocumentContent: uri =>
        this.pages.get(uri.toString()) ?? session.virtualDocument({ uri: uri.toString(true) }),
    });
  }

  /** Keeps a page under a path, in place of what was there. */
  write(path: string, text: string): Uri {
    const uri = Uri.from({ scheme: VIRTUAL_SCHEME, path });
    this.pages.set(uri.toString(), text);
    this.changes.fire(uri);
    return uri;
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}
