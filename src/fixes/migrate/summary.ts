import type { Finding } from '../../model/finding.ts';
import type { SettledPlace } from '../../model/fix.ts';
import { quoted } from '../../text/shell-command.ts';
import { counted, dataWords, type Phrase, phrase, sentences, series } from '../../words/phrase.ts';
import type { ModuleMigration, Route } from './module-migration.ts';
import type { LostUse } from './renaming.ts';
import type { Standing } from './standing.ts';
import type { StateMoves } from './state-moves.ts';

/** How many names a sentence lists. */
const LISTED = 8;

/** What has moved, and what a person must decide. */
export function decisionsFor(migration: ModuleMigration, { target }: Route): Phrase {
  const { standings, stays, problems, total, moved, state } = migration;
  const movedOnes = standings.filter(isMoved);
  const left = standings.flatMap(({ address, ...each }) =>
    each.state === 'left' ? [phrase('migrate.stay-of', { address, reason: each.reason })] : [],
  );
  const omitted = standings.filter(({ state }) => state === 'omitted').map(({ address }) => address);
  const notes = distinct(
    movedOnes.flatMap(({ type, target: { note } }) =>
      note ? [phrase('migrate.note-of', { type, note: dataWords(note) })] : [],
    ),
  );
  const count = {
    moved: movedOnes.length,
    resources: standings.length,
    movedArguments: moved,
    arguments: total,
    target: target.localName,
  };
  return sentences(
    standings.length > 0
      ? phrase('migrate.count', count)
      : phrase('migrate.configuration', { target: target.localName }),
    ...(left.length > 0 ? [phrase('migrate.stay', { names: listed(left) })] : []),
    ...(stays.length > 0 ? [phrase('migrate.still-use', { names: listed(stays) })] : []),
    ...(omitted.length > 0 ? [phrase('migrate.omitted', { names: listed(omitted) })] : []),
    ...(problems.length > 0
      ? [phrase('migrate.by-hand', { names: listed(distinct(problems.map(problemWords))) })]
      : []),
    phrase('migrate.comments'),
    ...(notes.length > 0 ? [phrase('migrate.notes', { notes: listed(notes) })] : []),
    ...(movedOnes.length > 0 ? [phrase('migrate.anew')] : []),
    ...letGoWords(state),
  );
}

/** What is to be run afterwards for the module in a folder: nothing that exists is destroyed by it. */
export function commandsFor(
  { state: { byCommand, tool }, movesBackend }: ModuleMigration,
  folder: string,
): string[] {
  const program = folder === '' ? tool : `${tool} -chdir=${quoted(folder)}`;
  const forget = byCommand.length > 0 ? [`${program} state rm ${byCommand.map(quoted).join(' ')}`] : [];
  // A state that moves is moved before anything is taken out of it.
  if (movesBackend)
    return [`${program} init -migrate-state -upgrade`, ...forget, `${program} fmt`, `${program} plan`];
  return [...forget, `${program} fmt`, `${program} init -upgrade`, `${program} plan`];
}

function letGoWords({ byCommand, needsEnvironment, edits: [file] }: StateMoves): Phrase[] {
  return [
    ...(file ? [phrase('migrate.removed', { path: file.path })] : []),
    ...(needsEnvironment ? [phrase('migrate.environment')] : []),
    ...(byCommand.length > 0 ? [phrase('migrate.state-rm')] : []),
  ];
}

/** The places that no longer name the vendor. */
export function settledBy({ standings, stays }: ModuleMigration, finding: Finding): SettledPlace[] {
  const gone = standings
    .filter(({ state }) => state !== 'left')
    .map(({ file: { path }, address }): SettledPlace => {
      const isData = address.startsWith('data.');
      const value = address.slice(isData ? 'data.'.length : 0, address.lastIndexOf('.'));
      return { path, kind: isData ? 'data-source' : 'resource', value };
    });
  const isWhole = stays.length === 0 && standings.every(({ state }) => state !== 'left');
  const { path, kind, value } = finding;
  return isWhole ? [{ path, kind, value }, ...gone] : gone;
}

function isMoved(standing: Standing): standing is Extract<Standing, { state: 'moved' }> {
  return standing.state === 'moved';
}

function problemWords({ name, attribute }: LostUse): Phrase {
  return attribute === undefined
    ? phrase('migrate.use-without-counterpart', { address: name })
    : phrase('migrate.no-attribute', { type: name, attribute });
}

function listed(names: readonly (string | Phrase)[]): Phrase {
  const more = names.length - LISTED;
  return series([...names.slice(0, LISTED), ...(more > 0 ? [counted('migrate.more', more)] : [])]);
}

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map(each => [JSON.stringify(each), each])).values()];
}
