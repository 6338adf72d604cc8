import { loadMigrations, migrationTargetsOf } from '../../catalog/mappings.ts';
import type { Finding } from '../../model/finding.ts';
import type { Fix } from '../../model/fix.ts';
import { dirname } from '../../text/path.ts';
import type { Source } from '../../text/source.ts';
import { type Phrase, phrase } from '../../words/phrase.ts';
import type { FixContext } from '../context.ts';
import { editsByPath } from '../edits.ts';
import { onceFor } from '../once-for.ts';
import { sourcesIn } from '../sources-in.ts';
import { NATIVE, readModule } from './module-files.ts';
import { type ModuleMigration, migrateModule, type Route } from './module-migration.ts';
import { commandsFor, decisionsFor, settledBy } from './summary.ts';
import { objectionToTexts } from './written-texts.ts';

/** The kind of fix. */
const ID = 'migrate-provider';

/**
 * Moves a Terraform or OpenTofu module to another provider: one fix for each vendor that the ruleset approves and that
 * there is a mapping to, in the order of `approved.prefer`. What is written is made when somebody asks for it: a whole
 * module is read.
 */
export function migrateProvider(finding: Finding, context: FixContext): Fix[] {
  const targets = migrationTargetsOf(finding.vendor);
  if (!targets || !standsForModule(finding, targets.localName, context)) return [];
  const possible = targets.vendors;
  const { prefer, vendors } = context.ruleset.approved;
  const approved = [...new Set([...prefer, ...vendors])].filter(id => possible.includes(id));
  const nameOf = (id: string) => context.catalog.vendor(id)?.name ?? id;
  if (approved.length === 0) return [refusal(possible)];
  return approved.map((target, index) => {
    const fix: Fix = {
      id: ID,
      title: phrase('migrate.to', { vendor: nameOf(target) }),
      grade: 'guided',
      preferred: index === 0,
      onRequest: true,
      edits: new Map(),
    };
    return { prepare: () => prepare(fix, finding, target, context), ...fix };
  });
}

/** A provider's finding does; where a module says nothing of its provider, those of its resources and places do. */
function standsForModule({ kind, path }: Finding, localName: string, { sources }: FixContext): boolean {
  if (!NATIVE.test(path)) return false;
  if (kind === 'provider') return true;
  if (!OTHER_KINDS.has(kind)) return false;
  return leavesProviderUnsaid(sourcesIn(dirname(path), sources))(localName);
}

/** Whether files have resources of a provider that none of them configures or requires. */
const leavesProviderUnsaid = onceFor((files: readonly Source[]) => {
  const answers = new Map<string, boolean>();
  return (localName: string): boolean => {
    const known = answers.get(localName);
    if (known !== undefined) return known;
    const said = new RegExp(`\\bprovider\\s+"${localName}"|^[ \\t]*${localName}\\s*=\\s*[{"]`, 'm');
    const answer =
      files.some(({ text }) => text.includes(`"${localName}_`)) && !files.some(({ text }) => said.test(text));
    answers.set(localName, answer);
    return answer;
  };
});

const OTHER_KINDS: ReadonlySet<string> = new Set(['resource', 'data-source', 'region']);

function refusal(possible: readonly string[]): Fix {
  return {
    id: ID,
    title: phrase('migrate.any'),
    grade: 'refused',
    preferred: false,
    onRequest: true,
    edits: new Map(),
    reason: phrase('migrate.none-approved', { vendors: possible.join(', ') }),
  };
}

/** Makes the edits, or says why there are none. */
async function prepare(fix: Fix, finding: Finding, target: string, context: FixContext): Promise<Fix> {
  const refused = (reason: Phrase): Fix => ({ ...fix, grade: 'refused', preferred: false, reason });
  const route = await routeTo(target, finding.vendor);
  if (!route) return refused(phrase('migrate.no-mapping'));
  const module = readModule(dirname(finding.path), context.sources);
  const { localName } = route.mapping;
  const json = module.json.find(({ text }) => text.includes(`"${localName}`));
  if (json) return refused(phrase('migrate.json', { path: json.path }));
  const broken = module.files.find(({ tree }) => tree.problems.length > 0);
  if (broken) return refused(phrase('migrate.broken', { path: broken.path }));
  const migration = migrateModule(module, route, context);
  const own = migration.standings.find(({ address }) => address === addressOf(finding));
  if (own?.state === 'left') {
    return refused(phrase('migrate.own-stays', { address: own.address, reason: own.reason }));
  }
  const edits = editsByPath(migration.edits);
  const objection = isNothing(migration) ? phrase('migrate.nothing') : objectionToTexts(module, edits, route);
  if (objection !== undefined) return refused(objection);
  return {
    ...fix,
    edits,
    reason: decisionsFor(migration, route),
    commands: commandsFor(migration, module.folder),
    settles: settledBy(migration, finding),
  };
}

/** Of the resource or data source that a finding is about. */
function addressOf({ structuralPath: [block, type, name] }: Finding): string {
  return `${block === 'data' ? 'data.' : ''}${type}.${name}`;
}

function isNothing({ standings }: ModuleMigration): boolean {
  return standings.length > 0 && standings.every(({ state }) => state === 'left');
}

async function routeTo(target: string, vendor: string): Promise<Route | undefined> {
  const { mappings, schemas } = await loadMigrations();
  const mapping = mappings.find(each => each.vendor === vendor);
  const provider = mapping?.targets.find(each => each.vendor === target);
  const schema = provider && schemas[provider.localName];
  return mapping && provider && schema ? { mapping, target: provider, schema } : undefined;
}
