import type { CancellationToken, Connection } from 'vscode-languageserver';
import { loadCatalog } from '../../engine/index.ts';
import { ASSISTANT_EXPLAIN, ASSISTANT_SCAN } from '../../protocol/assistant.ts';
import { READ_STATE, SCAN_CHANGE, SHOW_ALL } from '../../protocol/changes.ts';
import { FINDING_GROUPS, FINDING_PAGE } from '../../protocol/findings.ts';
import { REPORT, REPORT_VIEW } from '../../protocol/reports.ts';
import { DOSSIER, EXCEPTION, SCAN_WORKSPACE, type ScanParams, VENDORS } from '../../protocol/requests.ts';
import { NEW_RULESET, PREVIEW_RULESET, RULESET_QUESTIONS } from '../../protocol/rulesets.ts';
import { VIRTUAL_DOCUMENT } from '../../protocol/virtual-documents.ts';
import { answer, ask } from '../connection/own-requests.ts';
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
  answer(connection, SCAN_WORKSPACE, async ({ workDoneToken }, token) => {
    const summary = await scanFolders(folders.all, scanning(workDoneToken, token));
    scope.clear();
    listChanged();
    return summary;
  });
  answer(connection, SCAN_CHANGE, (request, token) =>
    scanFoldersForChange(
      request,
      folders.all,
      scope,
      asked => ask(connection, READ_STATE, asked),
      scanning(request.workDoneToken, token),
    ).finally(listChanged),
  );
  answer(connection, REPORT, (request, token) =>
    reportText(request, reports(), scanning(request.workDoneToken, token)),
  );
  answer(connection, REPORT_VIEW, (request, token) =>
    reportView(request, reports(), scanning(request.workDoneToken, token)),
  );
  answer(connection, PREVIEW_RULESET, async (request, token) => {
    const document = services.openDocument(request.uri);
    if (!document || !isRulesetDocument(document)) return null;
    return previewRuleset(document, request.nonce, folders, services, scanning(request.workDoneToken, token));
  });
  answer(connection, ASSISTANT_SCAN, async (request, token) => {
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
  answer(connection, FINDING_GROUPS, async query => list.groups(query, await catalog()));
  answer(connection, FINDING_PAGE, async query => list.page(query, await catalog()));
  answer(connection, VENDORS, async () => vendorChoices(await sources()));
  answer(connection, DOSSIER, async request => vendorDossierPage(request, await sources()));
  answer(connection, VIRTUAL_DOCUMENT, async ({ uri }) => virtualDocument(uri, await sources()));
  answer(connection, RULESET_QUESTIONS, () => rulesetQuestions(services));
  answer(connection, NEW_RULESET, request => newRuleset(request, folders, services));
  answer(connection, EXCEPTION, request => exceptionEdit(request, folders, services));
  answer(connection, ASSISTANT_EXPLAIN, async request => assistantExplanation(request, await sources()));
}
