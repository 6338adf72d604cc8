import type { fixes as english } from '../en/fixes.ts';
import type { Said } from '../keys.ts';

/** Fixes: their titles, what is left to a person, and why one is refused, in German. */
export const fixes: Said<typeof english> = {
  'grade.drop-in': 'gleichwertig',
  'grade.guided': 'angeleitet',
  'grade.refused': 'abgelehnt',

  'fix.ignore': '{rule} hier ignorieren, mit Begründung',
  'fix.ignore-next': 'Die Begründung hinter „--“ schreiben.',
  'fix.except': '{rule} in dieser Datei durch die Richtlinie ausnehmen',
  'fix.except-next': 'Begründung, zulassende Person und letzten Tag der Geltung eintragen (JJJJ-MM-TT).',
  'fix.use': '{names} verwenden',
  'fix.use-of': '{names} für {vendor} verwenden',
  'fix.replace': '{value} ersetzen',
  'fix.refusal': '{title}: {reason}',
  'fix.no-edit': 'Dieser Editor kann es nicht anwenden.',
  'fix.next-step': 'Nächster Schritt',
  'fix.commands': 'Zum Abschluss ausführen: {commands}',
  'fix.all': 'In dieser Datei alles beheben, wofür es einen gleichwertigen Ersatz gibt',
  'fix.all-short': 'Alles beheben',
  'fix.all-fail': 'Keine der gleichwertigen Korrekturen gelingt in dieser Datei; jede nennt den Grund.',

  'run.summary': '{fixed}, {refused}; {outcome}.',
  'run.fixable.one': '{count} Befund lässt sich beheben',
  'run.fixable.other': '{count} Befunde lassen sich beheben',
  'run.fixed.one': '{count} Befund behoben',
  'run.fixed.other': '{count} Befunde behoben',
  'run.refused.one': '{count} Befund hat keine wirksame Korrektur',
  'run.refused.other': '{count} Befunde haben keine wirksame Korrektur',
  'run.left.one':
    'Für {count} weiteren Befund gibt es eine Korrektur, die etwas zu entscheiden lässt: --grade guided zeigt sie.',
  'run.left.other':
    'Für {count} weitere Befunde gibt es Korrekturen, die etwas zu entscheiden lassen: --grade guided zeigt sie.',
  'run.without.one':
    'Für {count} weiteren Befund gibt es keine Korrektur: „explain“ sagt, was stattdessen zugelassen ist.',
  'run.without.other':
    'Für {count} weitere Befunde gibt es keine Korrektur: „explain“ sagt, was stattdessen zugelassen ist.',
  'run.would-change.one': 'mit --write würde sich {count} Datei ändern',
  'run.would-change.other': 'mit --write würden sich {count} Dateien ändern',
  'run.changed.one': '{count} Datei geändert',
  'run.changed.other': '{count} Dateien geändert',

  'region.change': 'Region auf {region} ändern',
  'region.change-city': 'Region auf {region} ({city}) ändern',
  'region.partition': 'Partition auf {partition} ändern',
  'region.next':
    'Bereits gespeicherte Daten und Images bleiben, wo sie sind; Zonen oder Instanztypen können abweichen.',

  'address.not-moved': 'Zugangsdaten und dort Gespeichertes ziehen nicht mit um.',
  'address.unknown':
    'Es ist nicht bekannt, wo das Image sonst zu haben ist: seinen Ort unter „replacements“ in der Richtlinie nennen, oder es selbst bauen oder in ein eigenes Register kopieren.',

  'equivalent.of': '{name} ({vendor})',
  'equivalent.elsewhere':
    'Diese Art Datei liest nur die eigene Cloud; in denen der anderen heißt es {names}.',
  'equivalent.none': 'Kein zugelassener Anbieter hat eine Entsprechung: von Hand eine wählen.',
  'equivalent.missing.one': 'Für {count} von {all} Stellen ist keine Entsprechung bekannt: von Hand ändern.',
  'equivalent.missing.other':
    'Für {count} von {all} Stellen ist keine Entsprechung bekannt: von Hand ändern.',
  'equivalent.note': '{note}.',

  'mirror.leave': 'Spiegelserver {value} verlassen',
  'mirror.leave-for': 'Spiegelserver für {ecosystem} verlassen',
  'mirror.leave-all': 'Statt des Spiegelservers verwenden, was er kopiert',
  'mirror.remove': 'Spiegelserver {name} entfernen: Es gilt die Voreinstellung des Werkzeugs',
  'mirror.use': '{address} statt des Spiegelservers verwenden',
  'mirror.made-of-parts':
    'Die Adresse ist aus mehreren Werten zusammengesetzt: den Wert, der den Spiegelserver nennt, dort ändern, wo er gesetzt wird.',
  'mirror.credentials':
    'Die Adresse enthält einen Namen oder ein Passwort, das an keinen anderen Host gehen darf: erst herausnehmen, dann wechseln.',
  'mirror.cargo':
    'Cargo nimmt keinen zweiten Namen für crates.io an: dieses Register und die Verweise darauf entfernen, dann Cargo die Lockdatei neu schreiben lassen.',
  'mirror.files-elsewhere':
    'Die Sperrdatei nennt jede Datei mit ihrer Adresse, und wo {address} seine Dateien hat, ist nicht bekannt: den Index ändern und den Paketmanager die Sperrdatei neu schreiben lassen.',
  'mirror.yarn-address':
    'Ein Paket ohne Adresse gilt Yarn 1 als nicht festgelegt, seine Version würde neu gewählt: das eigene Register unter „approved.registries“ („npm“) nennen, oder das Register ändern und Yarn die Datei neu schreiben lassen.',
  'mirror.publishing':
    'Hier werden Pakete veröffentlicht; ohne diese Adresse könnten sie dort erscheinen, wo alle sie sehen. Ein eigenes Register nennen.',
  'mirror.list-of-repositories':
    'Diese Datei nennt die Paketquellen des Spiegelservers, und anderswo gibt es sie nicht: die Liste belassen, die das System mitbringt, oder eine schreiben, die die eigenen Paketquellen nennt.',
  'mirror.archived':
    'Was eingestellt ist, steht in einem Archiv und erhält keine Aktualisierungen mehr: den Umstieg auf etwas planen, das noch gepflegt wird.',
  'mirror.check-content':
    'Der Spiegelserver kann enthalten, was das andere Register nicht hat: prüfen, ob noch alles abrufbar ist.',
  'mirror.name-registry':
    'das eigene Register unter {registries} oder „replacements“ in der Richtlinie nennen',
  'mirror.generated':
    'Die Paketverwaltung schreibt diese Datei: ihr Register ändern und die Datei neu schreiben lassen; oder {ruleset}.',
  'mirror.built-in':
    'Die Voreinstellung ist im Werkzeug eingebaut: herausnehmen, was sie hier ersetzt, oder {ruleset}.',
  'mirror.no-target': 'Es ist nicht bekannt, was stattdessen zu verwenden ist: {ruleset}.',

  'package.replace-by': 'Durch {name} ersetzen',
  'package.api': 'Die Schnittstelle ist eine andere',
  'package.next': '{note}. Der Code, der das Paket verwendet, ist anzupassen.',
  'package.known-version':
    'Version {version} war am {date} erhältlich: prüfen, ob eine neuere gewünscht ist.',
  'package.ruleset-version': 'Die Richtlinie nennt Version {version}.',
  'package.no-version':
    'Von {name} ist keine Version bekannt: eine unter „replacements“ in der Richtlinie nennen ({purl}).',
  'package.or-run': 'Oder den Paketmanager mit den Befehlen eine wählen lassen.',
  'package.there': '{name} ist schon da: dieses entfernen, wenn nichts es mehr verwendet.',
  'package.transitive':
    'Es kommt mit {package}: eine Version davon ohne dieses Paket oder ein anderes Paket suchen.',
  'package.indirect':
    'Andere Pakete brauchen es: Versionen davon ohne dieses Paket oder andere an deren Stelle suchen.',
  'package.unknown':
    'Es ist kein Paket bekannt, das dasselbe leistet: eines unter „replacements“ in der Richtlinie nennen.',
  'package.by-hand': 'Diese Zeile können nur Menschen umschreiben; infrage kommen {names}.',

  'migrate.to': 'Zu {vendor} migrieren',
  'migrate.any': 'Zu einem zugelassenen Anbieter migrieren',
  'migrate.none-approved':
    'Die Richtlinie lässt keinen Anbieter zu, zu dem es eine Zuordnung gibt. Einen in „approved.prefer“ nennen: {vendors}.',
  'migrate.no-mapping': 'Dafür gibt es keine Zuordnung.',
  'migrate.json':
    '{path} ist in JSON-Schreibweise, in der Kommentare für das fehlen, was keine Entsprechung hat: zuerst in die eigene Schreibweise überführen.',
  'migrate.broken': '{path} hat einen Syntaxfehler: zuerst beheben.',
  'migrate.own-stays': '{address} würde bleiben: {reason}. Andere Ressourcen des Moduls können umziehen.',
  'migrate.nothing': 'Keine seiner Ressourcen hat eine Entsprechung.',
  'migrate.overlap': 'Die Änderungen überschneiden sich.',
  'migrate.syntax': 'In {path} entstünde ein Syntaxfehler.',
  'migrate.unknown-argument': 'Es würde geschrieben, was der Provider nicht hat: {argument}.',
  'migrate.no-counterpart': 'keine Entsprechung bekannt',
  'migrate.not-literal': '{argument} ist nicht als fester Wert geschrieben',
  'migrate.essential': '{argument} kann nicht umziehen, und ohne wäre mehr erlaubt',
  'migrate.in-use': 'anderes verwendet es',
  'migrate.use-without-counterpart': '{address} hat keine Entsprechung',
  'migrate.no-attribute': '{type} hat kein Attribut {attribute}',
  'migrate.count':
    '{moved} von {resources} Ressourcen und Datenquellen und {movedArguments} von {arguments} ihrer Argumente ziehen zu {target} um.',
  'migrate.configuration': 'Die Konfiguration des Providers zieht zu {target} um.',
  'migrate.stay': 'Es bleiben: {names}.',
  'migrate.stay-of': '{address} ({reason})',
  'migrate.still-use': 'Weiterhin den alten Provider verwenden: {names}.',
  'migrate.omitted': 'Entfällt: {names}.',
  'migrate.by-hand': 'Von Hand zu ersetzen: {names}.',
  'migrate.comments':
    'Argumente ohne Entsprechung sind Kommentare, die den Grund nennen; mit „check“ Markiertes vergleichen, mit „required“ Markiertes ausfüllen.',
  'migrate.notes': 'Hinweise: {notes}.',
  'migrate.note-of': '{type}: {note}',
  'migrate.anew': 'Alles wird neu angelegt: Daten umziehen, bevor das Bestehende entfernt wird.',
  'migrate.removed':
    'Die Blöcke in {path} geben das Bestehende beim nächsten „apply“ frei, ohne es zu zerstören.',
  'migrate.environment': 'Dafür nimmt der alte Provider seine Zugangsdaten aus der Umgebung.',
  'migrate.state-rm': 'Der Befehl gibt das Bestehende frei, ohne es zu zerstören.',
  'migrate.more.one': 'und {count} weiterer Eintrag',
  'migrate.more.other': 'und {count} weitere',

  'proof.failed': 'Der Versuch gelingt hier nicht. {objection}',
  'proof.overlap': 'Die Änderungen überschneiden sich.',
  'proof.changed': 'Die Datei hat sich inzwischen geändert.',
  'proof.unreadable': 'Die Datei wäre danach schlechter lesbar: {problem}',
  'proof.still-there': 'Der Befund wäre danach noch da ({rule} in {path}).',
  'proof.place-still-there': 'Etwas, das behoben werden soll, wäre danach noch da ({value} in {path}).',
  'proof.another': 'Ein anderer Befund käme hinzu ({rule} in {path}).',
  'proof.meaning': 'Etwas außerhalb der geänderten Stellen von {path} bekäme eine andere Bedeutung.',
};
