import type { CodeLens, Connection, Hover, Position, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { commandId } from '../../protocol/commands.ts';
import { isRulesetDocument } from './documents.ts';
import type { RulesetEditing } from './index.ts';

type Answers = typeof import('./index.ts').answers;

const START = { line: 0, character: 0 };

/** Answers about rulesets that are open in the editor. */
export class RulesetAnswers {
  private readonly documents: TextDocuments<TextDocument>;
  private readonly editing: RulesetEditing;

  constructor(documents: TextDocuments<TextDocument>, editing: RulesetEditing) {
    this.documents = documents;
    this.editing = editing;
  }

  /** Routes the requests that only rulesets have answers to. */
  listen(connection: Connection): void {
    const { editing } = this;
    connection.onCompletion(
      ({ textDocument, position }) =>
        this.about(textDocument.uri, (answers, document) => answers.complete(document, position, editing)) ??
        null,
    );
    connection.onDefinition(
      ({ textDocument, position }) =>
        this.about(textDocument.uri, (answers, document) => answers.define(document, position, editing)) ??
        null,
    );
    connection.onCodeLens(({ textDocument }) => this.lenses(this.documents.get(textDocument.uri)));
    connection.onDocumentSymbol(
      ({ textDocument }) =>
        this.about(textDocument.uri, (answers, document) => answers.outline(document, editing)) ?? null,
    );
  }

  /** Only our own client knows the command. */
  private lenses(document: TextDocument | undefined): CodeLens[] {
    const { services, virtual } = this.editing;
    if (!document || !isRulesetDocument(document) || !virtual) return [];
    const title = services.language.say('preview.lens');
    const command = { title, command: commandId('previewRuleset'), arguments: [document.uri] };
    return [{ range: { start: START, end: START }, command }];
  }

  /** `undefined` when the document is no ruleset. */
  hover(uri: string, position: Position): Promise<Hover | null> | undefined {
    return this.about(uri, (answers, document) => answers.hover(document, position, this.editing));
  }

  private about<Answer>(
    uri: string,
    answer: (answers: Answers, document: TextDocument) => Promise<Answer>,
  ): Promise<Answer> | undefined {
    const document = this.documents.get(uri);
    if (!document || !isRulesetDocument(document)) return undefined;
    return import('./index.ts').then(({ answers }) => answer(answers, document));
  }
}
