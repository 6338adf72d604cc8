import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkRuleset, type RulesetRemark } from '../../engine/index.ts';
import type { Language } from '../../report/language.ts';
import { sliceSpan } from '../../text/span.ts';
import { dataWords, phrase } from '../../words/phrase.ts';
import { CheckQueue } from '../documents/check-queue.ts';
import { problemDiagnostic } from '../documents/diagnostics.ts';
import { EMPTY_REPORT } from '../documents/publisher.ts';
import type { Folders } from '../folders/folders.ts';
import type { Services } from '../services.ts';
import {
  asSource,
  isInForce,
  isRulesetDocument,
  offlinePorts,
  type RulesetDocument,
  readRulesetDocument,
} from './documents.ts';

/** Milliseconds of quiet after a change before a ruleset is checked. */
const QUIET = 150;

/** Checks the rulesets that are open: syntax, schema and meaning. What is wrong stands in their files as diagnostics. */
export class RulesetChecks {
  private readonly services: Services;
  private readonly folders: Folders;
  private readonly open = new Map<string, TextDocument>();
  private readonly queue = new CheckQueue(uris => this.run(uris));

  constructor(services: Services, folders: Folders) {
    this.services = services;
    this.folders = folders;
  }

  /** The document was opened or its text changed. */
  documentChanged(document: TextDocument): void {
    if (!isRulesetDocument(document)) return;
    const delay = this.open.has(document.uri) ? QUIET : 0;
    this.open.set(document.uri, document);
    this.queue.add(document.uri, delay);
  }

  documentClosed(uri: string): void {
    if (this.open.delete(uri)) this.services.publisher.publish(this, uri, EMPTY_REPORT);
  }

  /** Something that rulesets stand on may have changed. */
  recheck(): void {
    for (const uri of this.open.keys()) this.queue.add(uri, QUIET);
  }

  stop(): void {
    this.queue.dispose();
    this.open.clear();
  }

  private async run(uris: ReadonlySet<string>): Promise<void> {
    for (const uri of uris) {
      try {
        await this.check(uri);
      } catch (error) {
        this.services.logError(error);
      }
    }
  }

  private async check(uri: string): Promise<void> {
    const document = this.open.get(uri);
    if (!document) return;
    const { version } = document;
    const diagnostics = await rulesetDiagnostics(
      readRulesetDocument(document, this.folders),
      await isInForce(uri, this.folders, this.services),
      this.services,
    );
    // The next check of a text that was changed since follows.
    if (this.open.get(uri)?.version !== version) return;
    this.services.publisher.publish(this, uri, { diagnostics, findings: [] }, version);
  }
}

/** @param inForce the ruleset is the workspace's own: what it may not do is told as for any repository. */
async function rulesetDiagnostics(
  ruleset: RulesetDocument,
  inForce: boolean,
  services: Services,
): Promise<Diagnostic[]> {
  const { remarks } = await checkRuleset(asSource(ruleset), services.host.clock, offlinePorts(services));
  return remarks.map(remark => {
    if (!inForce && isOnNetwork(remark, ruleset)) return notFetched(remark, ruleset, services);
    return remarkDiagnostic(remark, ruleset, services.language);
  });
}

function remarkDiagnostic(
  remark: RulesetRemark,
  { source, root }: RulesetDocument,
  language: Language,
): Diagnostic {
  const isOwn = remark.path === undefined || remark.path === source.path;
  if (!isOwn) {
    // What is wrong in a ruleset that this one stands on: shown where it stands on others.
    const extending = root && rangeOfProperty(root, 'extends');
    const message = dataWords(`${remark.path}: ${language.phrase(remark.message)}`);
    return problemDiagnostic(
      source,
      {
        code: remark.code,
        message,
        ...(extending ? { span: extending } : {}),
      },
      language,
    );
  }
  return {
    ...problemDiagnostic(source, remark, language),
    severity: remark.isUntested ? DiagnosticSeverity.Information : SEVERITIES[remark.level],
    // Editors strike out what is no longer, or never was.
    ...(remark.isUnknown ? { tags: [DiagnosticTag.Deprecated] } : {}),
  };
}

const SEVERITIES: Readonly<Record<RulesetRemark['level'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

function rangeOfProperty(root: NonNullable<RulesetDocument['root']>, name: string) {
  const property = root.children?.find(each => each.children?.[0]?.value === name);
  const key = property?.children?.[0];
  return key && { start: key.offset, end: key.offset + key.length };
}

/** An address with a proof may well be right where the ruleset is in force: a setting names it. */
function isOnNetwork({ code, span }: RulesetRemark, { source }: RulesetDocument): boolean {
  if (code !== 'ruleset-unavailable' || !span) return false;
  return /^"https:\/\/[^"#]+#(sha256=[0-9a-f]{64}|key=[^"]+)"$/i.test(sliceSpan(source.text, span));
}

function notFetched(
  remark: RulesetRemark,
  { source }: RulesetDocument,
  { language }: Pick<Services, 'language'>,
): Diagnostic {
  const diagnostic = problemDiagnostic(
    source,
    { ...remark, message: phrase('ruleset.not-fetched') },
    language,
  );
  return { ...diagnostic, severity: DiagnosticSeverity.Information };
}
