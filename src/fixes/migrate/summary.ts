import type { Finding } from '../../model/finding.ts';
import type { SettledPlace } from '../../model/fix.ts';
import type { ModuleMigration, Route } from './module-migration.ts';
import type { Standing } from './standing.ts';

/** How many names a sentence lists. */
const LISTED = 8;

/** What has moved, and what a person must decide. */
export function decisionsFor(migration: ModuleMigration, { target }: Route): string {
  const { standings, stays, problems, total, moved } = migration;
  const movedOnes = standings.filter(isMoved);
  const left = standings.flatMap(each => (each.state === 'left' ? [`${each.address} (${each.reason})`] : []));
  const omitted = standings.filter(({ state }) => state === 'omitted');
  const notes = [
    ...new Set(movedOnes.flatMap(({ type, target: { note } }) => (note ? [`${type}: ${note}`] : []))),
  ];
  const count = `${movedOnes.length} of ${standings.length} resources and data sources and ${moved} of ${total} of their arguments move to ${target.localName}.`;
  const sentences = [
    standings.length > 0 ? count : `The configuration of the provider moves to ${target.localName}.`,
    left.length > 0 ? `These stay: ${listed(left)}.` : '',
    stays.length > 0 ? `These still use the old provider: ${listed(stays)}.` : '',
    omitted.length > 0 ? `Taken out: ${listed(omitted.map(({ address }) => address))}.` : '',
    problems.length > 0 ? `To be replaced by hand: ${listed([...new Set(problems)])}.` : '',
    'Arguments without a counterpart are comments that say why; compare what is marked "check", fill in what is marked "required".',
    notes.length > 0 ? `Notes: ${listed(notes)}.` : '',
    movedOnes.length > 0
      ? 'Everything is made anew. The commands let go of what exists without destroying it: move the data before you remove that.'
      : '',
  ];
  return sentences.filter(sentence => sentence !== '').join(' ');
}

/** What is to be run afterwards: nothing that exists is destroyed by it. */
export function commandsFor({ standings }: ModuleMigration): string[] {
  const addresses = standings
    .filter(isMoved)
    .flatMap(({ address }) => (address.startsWith('data.') ? [] : [address]));
  const forget = addresses.length > 0 ? [`terraform state rm ${addresses.join(' ')}`] : [];
  return [...forget, 'terraform fmt', 'terraform init -upgrade', 'terraform plan'];
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

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join('; ');
  return names.length > LISTED ? `${shown}; and ${names.length - LISTED} more` : shown;
}
