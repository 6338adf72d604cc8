import { type CancellationToken, type CodeAction, type Connection, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { SHOW_NEXT_STEP, SHOW_PLACE } from '../../protocol/requests.ts';
import type { Source } from '../../text/source.ts';
import type { Sender } from '../connection/sender.ts';
import type { Mark } from '../documents/marks.ts';
import type { Folders } from '../folders/folders.ts';
import type { RulesetAnswers } from '../ruleset/answers.ts';
import type { Services } from '../services.ts';
import { type ActionContext, isActionData } from './actions.ts';
import { codeActions, resolveAction } from './code-actions.ts';
import { hoverAt } from './hover.ts';

/** What hovers and light bulbs are made from. */
export interface EditorParts {
  readonly folders: Folders;
  readonly services: Services;
  readonly rulesets: RulesetAnswers;
  readonly send: Sender;
  /** Can the client run a command that a hover links to? */
  readonly commandLinks: boolean;
}

/** Answers what an editor asks about a place in an open document. */
export function answerEditor(
  connection: Connection,
  { folders, services, rulesets, send, commandLinks }: EditorParts,
): void {
  connection.onHover(
    ({ textDocument, position }, token) =>
      rulesets.hover(textDocument.uri, position) ??
      withMarks(folders, services.openDocument(textDocument.uri), token, ({ source, marks }) =>
        hoverAt(source, marks, position, {
          uri: textDocument.uri,
          language: services.language,
          today: services.host.clock.today(),
          commandLinks,
        }),
      ),
  );
  connection.onCodeAction((request, token) =>
    withMarks(folders, services.openDocument(request.textDocument.uri), token, ({ source, marks, context }) =>
      codeActions(source, marks, request, context, () => token.isCancellationRequested),
    ),
  );
  connection.onCodeActionResolve(async (action, token): Promise<CodeAction> => {
    const { data } = action;
    if (!isActionData(data)) return action;
    const resolved = await withMarks(folders, services.openDocument(data.uri), token, marked =>
      resolveAction(marked, data),
    );
    if (!resolved) return action;
    if ('edit' in resolved) return { ...action, ...resolved };
    send.tell('warning', resolved.refused);
    return action;
  });
  connection.onExecuteCommand(async ({ command, arguments: [first, second] = [] }) => {
    if (typeof first !== 'string') return;
    if (command === SHOW_NEXT_STEP) send.tell('information', first);
    if (command !== SHOW_PLACE || !Position.is(second)) return;
    await connection.window.showDocument({
      uri: first,
      takeFocus: true,
      selection: { start: second, end: second },
    });
  });
}

interface Marked {
  readonly source: Source;
  readonly marks: readonly Mark[];
  readonly context: ActionContext;
}

/** Answers from an open document's marks once they are up to date; nothing for one that is not open, or too late. */
async function withMarks<Answer>(
  folders: Folders,
  document: TextDocument | undefined,
  token: CancellationToken,
  answer: (marked: Marked) => Answer | Promise<Answer>,
): Promise<Answer | null> {
  const place = document && folders.placeOf(document.uri);
  if (!place) return null;
  const marked = await place.folder.marks(document, place.path);
  return token.isCancellationRequested ? null : answer({ ...marked, context: place.folder.actionContext });
}
