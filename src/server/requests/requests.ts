import type { CancellationToken, Connection } from 'vscode-languageserver';
import { loadCatalog } from '../../engine/index.ts';
import {
  ASSISTANT_EXPLAIN,
  ASSISTANT_SCAN,
  type AssistantExplainParams,
  type AssistantScanParams,
} from '../../protocol/assistant.ts';
import {
  type ChangeScanParams,
  READ_STATE,
  SCAN_CHANGE,
  SHOW_ALL,
  type StateContent,
} from '../../protocol/changes.ts';
import {
  FINDING_GROUPS,
  FINDING_PAGE,
  type FindingPageParams,
  type FindingQuery,
} from '../../protocol/findings.ts';
import { REPORT, REPORT_VIEW, type ReportParams, type ReportViewParams } from '../../protocol/reports.ts';
import {
  DOSSIER,
  type DossierParams,
  EXCEPTION,
  type ExceptionParams,
  SCAN_WORKSPACE,
  type ScanParams,
  VENDORS,
} from '../../protocol/requests.ts';
import {
  NEW_RULESET,
  type NewRulesetParams,
  PREVIEW_RULESET,
  type PreviewRulesetParams,
  RULESET_QUESTIONS,
} from '../../protocol/rulesets.ts';
import { VIRTUAL_DOCUMENT, type VirtualDocumentParams } from '../../protocol/virtual-documents.ts';
import type { Folders } from '../folders/folders.ts';
import { newRuleset, rulesetQuestions } from '../ruleset/create.ts';
import { isRulesetDocument } from '../ruleset/documents.ts';
import { previewRuleset } from '../ruleset/preview.ts';
import { virtualDocument } from '../ruleset/virtual-documents.ts';
import type { ChangeScope } from '../scan/change-scope.ts';
import { scanFoldersForChange } from '../scan/scan-change.ts';
import { type Scanning, scanFolders } from '../scan/scan-folders.ts';
import type { Services } from '../services.ts';
import { assistantExplanation, assistantFindings } from './assistant.ts';
import { vendorChoices, vendorDossierPage } from './dossiers.ts';
import { exceptionEdit } from './exceptions.ts';
import type { FindingList } from './finding-list.ts';
import { reportText, reportView } from './reports.ts';

/** What our own requests work on. */
export interface RequestParts {
  readonly folders: Folders;
  readonly services: Services;
  readonly scope: ChangeScope;
  readonly list: FindingList;
  /** Tells the client that the list shows something else. */
  readonly listChanged: () => void;
}

/** Answers the requests that are not of the language server protocol. */
export function answerRequests(connection: Connection, parts: RequestParts): void {
  answerScans(connection, parts);
  answerQuestions(connection, parts);
}

function answerScans(connection: Connection, { folders, services, scope, listChanged }: RequestParts): void {
  const scanning = (workDoneToken: ScanParams['workDoneToken'], token: CancellationToken): Scanning => ({
    progress: connection.window.attachWorkDoneProgress(workDoneToken),
    token,
    language: services.language,
  });
  const reports = () => ({ folders: folders.all, scope, services });
  connection.onRequest(SCAN_WORKSPACE, async ({ workDoneToken }: ScanParams, token: CancellationToken) => {
    const summary = await scanFolders(folders.all, scanning(workDoneToken, token));
    scope.clear();
    listChanged();
    return summary;
  });
  connection.onRequest(SCAN_CHANGE, (request: ChangeScanParams, token: CancellationToken) =>
    scanFoldersForChange(
      request,
      folders.all,
      scope,
      asked => connection.sendRequest<StateContent>(READ_STATE, asked),
      scanning(request.workDoneToken, token),
    ).finally(listChanged),
  );
  connection.onRequest(REPORT, (request: ReportParams, token: CancellationToken) =>
    reportText(request, reports(), scanning(request.workDoneToken, token)),
  );
  connection.onRequest(REPORT_VIEW, (request: ReportViewParams, token: CancellationToken) =>
    reportView(request, reports(), scanning(request.workDoneToken, token)),
  );
  connection.onRequest(PREVIEW_RULESET, async (request: PreviewRulesetParams, token: CancellationToken) => {
    const document = services.openDocument(request.uri);
    if (!document || !isRulesetDocument(document)) return null;
    return previewRuleset(document, request.nonce, folders, services, scanning(request.workDoneToken, token));
  });
  connection.onRequest(ASSISTANT_SCAN, async (request: AssistantScanParams, token: CancellationToken) => {
    await scanFolders(folders.all, scanning(request.workDoneToken, token));
    return assistantFindings(request, services.publisher.findings(), folders);
  });
}

function answerQuestions(
  connection: Connection,
  { folders, services, scope, list, listChanged }: RequestParts,
): void {
  const catalog = () => loadCatalog(folders.ownVendors);
  const sources = async () => ({ catalog: await catalog(), folders, services });
  connection.onNotification(SHOW_ALL, () => {
    scope.clear();
    listChanged();
  });
  connection.onRequest(FINDING_GROUPS, async (query: FindingQuery) => list.groups(query, await catalog()));
  connection.onRequest(FINDING_PAGE, async (query: FindingPageParams) => list.page(query, await catalog()));
  connection.onRequest(VENDORS, async () => vendorChoices(await sources()));
  connection.onRequest(DOSSIER, async (request: DossierParams) =>
    vendorDossierPage(request, await sources()),
  );
  connection.onRequest(VIRTUAL_DOCUMENT, async ({ uri }: VirtualDocumentParams) =>
    virtualDocument(uri, await sources()),
  );
  connection.onRequest(RULESET_QUESTIONS, () => rulesetQuestions(services));
  connection.onRequest(NEW_RULESET, (request: NewRulesetParams) => newRuleset(request, folders, services));
  connection.onRequest(EXCEPTION, (request: ExceptionParams) => exceptionEdit(request, folders, services));
  connection.onRequest(ASSISTANT_EXPLAIN, async (request: AssistantExplainParams) =>
    assistantExplanation(request, await sources()),
  );
}
