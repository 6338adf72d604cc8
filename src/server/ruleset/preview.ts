import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  checkRuleset,
  loadCatalog,
  type PolicyComparison,
  type PolicyPair,
  WORKSPACE_RULESET,
} from '../../engine/index.ts';
import type { FindingPlace } from '../../protocol/findings.ts';
import type { RulesetPreview } from '../../protocol/rulesets.ts';
import { invalidPreview, type PreviewedFolder, policyPreview } from '../../report/changes/policy-preview.ts';
import type { Document } from '../../report/documents/document.ts';
import { documentPage } from '../../report/documents/document-page.ts';
import { rangeOf, START_OF_FILE } from '../documents/ranges.ts';
import type { Folder } from '../folders/folder.ts';
import type { Folders } from '../folders/folders.ts';
import { Policy, type PolicySource } from '../folders/policy.ts';
import { policySources, rulesetPrefix } from '../folders/policy-sources.ts';
import { eachFolder, type Scanning } from '../scan/scan-folders.ts';
import type { Services } from '../services.ts';
import { asSource, offlinePorts, type RulesetDocument, readRulesetDocument } from './documents.ts';

/** What the ruleset's text would change in the workspace, as a page. Nothing that is shown elsewhere changes. */
export async function previewRuleset(
  document: TextDocument,
  nonce: string,
  folders: Folders,
  services: Services,
  scanning: Scanning,
): Promise<RulesetPreview> {
  const { language } = services;
  const places: FindingPlace[] = [];
  const page = await previewOf(document, places, folders, services, scanning);
  const ruleset = readRulesetDocument(document, folders).source.path;
  const title = language.say('preview.title', { ruleset });
  return { title, html: documentPage(page, title, language, nonce), places };
}

/** @param places gets the places that the page leads to. */
async function previewOf(
  document: TextDocument,
  places: FindingPlace[],
  folders: Folders,
  services: Services,
  scanning: Scanning,
): Promise<Document> {
  const { language, host } = services;
  const ruleset = readRulesetDocument(document, folders);
  const name = ruleset.source.path;
  if (!services.isTrusted()) return invalidPreview(name, [language.say('preview.untrusted')], language);
  const { layers, remarks } = await checkRuleset(asSource(ruleset), host.clock, offlinePorts(services));
  if (!layers.some(layer => layer.name === name)) {
    const reasons = remarks.map(({ message }) => language.phrase(message));
    return invalidPreview(name, [language.say('preview.invalid'), ...reasons], language);
  }
  const concerned = await concernedFolders(ruleset, folders, services);
  const previews = await eachFolder(concerned, scanning, async (folder, tell, signal) => {
    const policies = await policyPair(folder, ruleset, services);
    const changes = await folder.comparePolicies(policies, tell, signal);
    return changes && previewedFolder(folder, changes, places, folders);
  });
  return policyPreview(name, previews, { facts: await loadCatalog(folders.ownVendors), language });
}

async function previewedFolder(
  folder: Folder,
  changes: PolicyComparison,
  places: FindingPlace[],
  folders: Folders,
): Promise<PreviewedFolder> {
  const findings = [...changes.added, ...changes.removed, ...changes.changed.map(({ after }) => after)];
  const sources = await folder.sources(new Set(findings.map(({ path }) => path)));
  return {
    ...changes,
    placeOf: ({ path, span }) => {
      const uri = folder.root.toUri(path);
      const source = sources.get(path);
      const range = source ? rangeOf(source, span) : START_OF_FILE;
      const index = places.push({ uri, ...range }) - 1;
      const { line, character } = range.start;
      return { path: folders.nameOf(uri), line: line + 1, column: character + 1, index };
    },
  };
}

/** The folders whose own ruleset it is; all of them for a ruleset that is for none of them alone. */
async function concernedFolders(
  { uri }: RulesetDocument,
  folders: Folders,
  services: Services,
): Promise<readonly Folder[]> {
  const named: Folder[] = [];
  for (const folder of folders.all) {
    const sources = await sourcesOf(folder, services, () => undefined);
    if (sources.some(source => isOf(source, uri)) || folder.root.toPath(uri) === WORKSPACE_RULESET)
      named.push(folder);
  }
  return named.length > 0 ? named : folders.all;
}

/** The policy as it is saved, and as it would be with the text. */
async function policyPair(folder: Folder, ruleset: RulesetDocument, services: Services): Promise<PolicyPair> {
  const openText = (uri: string) => services.openDocument(uri)?.getText();
  const before = await sourcesOf(folder, services, uri => (uri === ruleset.uri ? undefined : openText(uri)));
  const after = await sourcesOf(folder, services, openText);
  const { audience } = await services.settingsOf(folder.root.uri);
  const load = async (sources: readonly PolicySource[]) =>
    (await new Policy().load(sources, audience, services.host.rulesetPorts)).ruleset;
  const pathPrefix = rulesetPrefix({ root: folder.root, host: services.host });
  return { before: await load(before), after: await load(withDocument(after, ruleset, pathPrefix)) };
}

async function sourcesOf(
  { root }: Folder,
  { host, isTrusted, settingsOf }: Services,
  openText: (uri: string) => string | undefined,
): Promise<PolicySource[]> {
  const { rulesets } = await settingsOf(root.uri);
  return policySources({ root, host, rulesets, trusted: isTrusted(), openText });
}

/** A ruleset that nothing names yet counts as if a setting named it last. */
function withDocument(
  sources: readonly PolicySource[],
  { uri, source, location }: RulesetDocument,
  pathPrefix: string,
): PolicySource[] {
  if (sources.some(each => isOf(each, uri))) return [...sources];
  const added: PolicySource = {
    name: source.path,
    uri,
    content: { ok: true, text: source.text },
    rank: 'organisation',
    pathPrefix,
    ...(location === undefined ? {} : { location }),
  };
  const isOwn = (each: PolicySource) => 'rank' in each && each.rank === 'repository';
  return [...sources.filter(each => !isOwn(each)), added, ...sources.filter(isOwn)];
}

function isOf(source: PolicySource, uri: string): boolean {
  return 'uri' in source && source.uri === uri;
}
