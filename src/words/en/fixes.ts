/** Fixes: their titles, what is left to a person, and why one is refused, in English. */
export const fixes = {
  'grade.drop-in': 'drop-in',
  'grade.guided': 'guided',
  'grade.refused': 'refused',

  'fix.ignore': 'Ignore {rule} here, with a reason',
  'fix.ignore-next': 'Write the reason behind "--".',
  'fix.except': 'Except {rule} in this file by the ruleset',
  'fix.except-next': 'Write the reason, who approves it, and the last day on which it holds (YYYY-MM-DD).',
  'fix.use': 'Use {names}',
  'fix.use-of': 'Use {names} for {vendor}',
  'fix.replace': 'Replace {value}',
  'fix.refusal': '{title}: {reason}',
  'fix.no-edit': 'This editor cannot apply it.',
  'fix.next-step': 'Next step',
  'fix.commands': 'To finish, run: {commands}',
  'fix.all': 'Fix all in this file that have a drop-in replacement',
  'fix.all-short': 'Fix all',
  'fix.all-fail': 'None of the drop-in fixes works in this file; each says why.',

  'run.summary': '{fixed}, {refused}; {outcome}.',
  'run.fixable.one': '{count} finding can be fixed',
  'run.fixable.other': '{count} findings can be fixed',
  'run.fixed.one': '{count} finding fixed',
  'run.fixed.other': '{count} findings fixed',
  'run.refused.one': '{count} finding has no fix that works',
  'run.refused.other': '{count} findings have no fix that works',
  'run.left.one': '{count} more finding has a fix that leaves something to decide: --grade guided shows it.',
  'run.left.other':
    '{count} more findings have fixes that leave something to decide: --grade guided shows them.',
  'run.without.one': '{count} more finding has no fix here: "explain" says what is approved instead.',
  'run.without.other': '{count} more findings have no fix here: "explain" says what is approved instead.',
  'run.would-change.one': '{count} file would change with --write',
  'run.would-change.other': '{count} files would change with --write',
  'run.changed.one': '{count} file changed',
  'run.changed.other': '{count} files changed',

  'region.change': 'Change region to {region}',
  'region.change-city': 'Change region to {region} ({city})',
  'region.partition': 'Change partition to {partition}',
  'region.next':
    'Data and images that are already stored stay where they are, and zone or instance types may differ.',

  'address.not-moved': 'Credentials and what is stored there are not moved.',
  'address.unknown':
    'Where else the image can be had is not known: name its place under "replacements" in the ruleset, or build or copy it to a registry of your own.',

  'equivalent.of': '{name} ({vendor})',
  'equivalent.elsewhere':
    'This kind of file is read by its own cloud only; in those of others it is {names}.',
  'equivalent.none': 'No approved vendor has an equivalent: choose one by hand.',
  'equivalent.missing.one': 'For {count} of {all} places no equivalent is known: change it by hand.',
  'equivalent.missing.other': 'For {count} of {all} places no equivalent is known: change them by hand.',
  'equivalent.note': '{note}.',

  'mirror.leave': 'Leave the mirror {value}',
  'mirror.leave-for': 'Leave the mirror for {ecosystem}',
  'mirror.leave-all': 'Leave the mirror for what it copies',
  'mirror.remove': "Remove the mirror {name}: the tool's default applies",
  'mirror.use': 'Use {address} instead of the mirror',
  'mirror.made-of-parts':
    'The address is put together from several values: change the one that names the mirror where it is set.',
  'mirror.credentials':
    'The address holds a name or password, which must not go to another host: take it out, then switch.',
  'mirror.cargo':
    'Cargo does not take a second name for crates.io: remove this registry and what refers to it, then let Cargo write the lockfile anew.',
  'mirror.files-elsewhere':
    'The lockfile names every file by its address, and where {address} keeps its files is not known: change the index, then let the package manager write the lockfile anew.',
  'mirror.yarn-address':
    'Yarn 1 takes a package without an address for one that is not locked, and would choose its version anew: name your registry under "approved.registries" ("npm"), or change the registry and let Yarn write the file anew.',
  'mirror.publishing':
    'Packages are published here; without it they could be published where everybody sees them. Name a registry of your own.',
  'mirror.list-of-repositories':
    'This file names the repositories of the mirror, and another place has no such file: leave the list that the system brings, or write one that names your repositories.',
  'mirror.archived':
    'What has ended stands in an archive and gets no updates: plan to move to what is still kept up.',
  'mirror.check-content':
    'The mirror may hold what the other registry does not: check that everything can still be fetched.',
  'mirror.name-registry': 'name your registry under {registries} or "replacements" in the ruleset',
  'mirror.generated':
    'The package manager writes this file: change its registry, then let it write the file anew; or {ruleset}.',
  'mirror.built-in':
    'The default is what the tool has built in: take out what replaces it here, or {ruleset}.',
  'mirror.no-target': 'Where to go instead is not known: {ruleset}.',

  'package.replace-by': 'Replace by {name}',
  'package.api': 'The API differs',
  'package.next': '{note}. The code that uses the package is to be changed.',
  'package.known-version': 'Version {version} could be had on {date}: look whether a newer one is wanted.',
  'package.ruleset-version': 'The ruleset names version {version}.',
  'package.no-version':
    'No version of {name} is known to exist: name one under "replacements" in the ruleset ({purl}).',
  'package.or-run': 'Or let the package manager choose one, by the commands.',
  'package.there': '{name} is there already: remove this one when nothing uses it any more.',
  'package.transitive':
    'It comes with {package}: look for a version of that without it, or for another package.',
  'package.indirect':
    'Other packages need it: look for a version of those without it, or for others in their place.',
  'package.unknown': 'No package is known that does the same: name one under "replacements" in the ruleset.',
  'package.by-hand': 'The line is one that only people can rewrite; candidates are {names}.',

  'migrate.to': 'Migrate to {vendor}',
  'migrate.any': 'Migrate to an approved provider',
  'migrate.none-approved':
    'The ruleset approves no vendor that there is a mapping to. Name one in "approved.prefer": {vendors}.',
  'migrate.no-mapping': 'There is no mapping for it.',
  'migrate.json':
    '{path} is in the JSON syntax, which has no comments for what has no counterpart: write it in the native syntax first.',
  'migrate.broken': '{path} has a syntax error: mend it first.',
  'migrate.own-stays': '{address} would stay: {reason}. Other resources of the module can move.',
  'migrate.nothing': 'None of its resources has a counterpart.',
  'migrate.overlap': 'Its edits overlap.',
  'migrate.syntax': 'It would make a syntax error in {path}.',
  'migrate.unknown-argument': 'It would write what the provider does not have: {argument}.',
  'migrate.no-counterpart': 'no counterpart is known',
  'migrate.not-literal': 'its {argument} is not written as a literal',
  'migrate.essential': 'its {argument} cannot be moved, and without it more would be allowed',
  'migrate.in-use': 'something else uses it',
  'migrate.use-without-counterpart': '{address} has no counterpart',
  'migrate.no-attribute': '{type} has no attribute {attribute}',
  'migrate.count':
    '{moved} of {resources} resources and data sources and {movedArguments} of {arguments} of their arguments move to {target}.',
  'migrate.configuration': 'The configuration of the provider moves to {target}.',
  'migrate.stay': 'These stay: {names}.',
  'migrate.stay-of': '{address} ({reason})',
  'migrate.still-use': 'These still use the old provider: {names}.',
  'migrate.omitted': 'Taken out: {names}.',
  'migrate.by-hand': 'To be replaced by hand: {names}.',
  'migrate.comments':
    'Arguments without a counterpart are comments that say why; compare what is marked "check", fill in what is marked "required".',
  'migrate.notes': 'Notes: {notes}.',
  'migrate.note-of': '{type}: {note}',
  'migrate.anew': 'Everything is made anew: move the data before you remove what exists.',
  'migrate.removed': 'The blocks in {path} let go of what exists at the next apply, without destroying it.',
  'migrate.environment': 'For that apply the old provider takes its credentials from the environment.',
  'migrate.state-rm': 'The command lets go of what exists without destroying it.',
  'migrate.more.one': 'and {count} more',
  'migrate.more.other': 'and {count} more',

  'proof.failed': 'It was tried and does not work here. {objection}',
  'proof.overlap': 'Its edits overlap.',
  'proof.changed': 'The file has changed meanwhile.',
  'proof.unreadable': 'The file could not be read as well afterwards: {problem}',
  'proof.still-there': 'The finding would still be there afterwards ({rule} in {path}).',
  'proof.place-still-there':
    'Something that is to be settled would still be there afterwards ({value} in {path}).',
  'proof.another': 'Another finding would appear ({rule} in {path}).',
  'proof.meaning': 'Something outside the edited places of {path} would change its meaning.',
} as const;
