import type { commands as english } from '../en/commands.ts';
import type { Said } from '../keys.ts';

/** What commands say on a terminal besides their reports, in German. */
export const commands: Said<typeof english> = {
  'file.missing': 'diese Datei oder diesen Ordner gibt es nicht',
  'file.denied': 'der Zugriff wurde verweigert',
  'file.is-folder': 'es ist ein Ordner',
  'file.disk-full': 'der Datenträger ist voll',
  'file.changed': 'sie hat sich inzwischen geändert',
  'file.link-outside': 'ein symbolischer Link führt aus dem Ordner hinaus',
  'file.unreadable': 'sie konnte nicht gelesen werden ({code})',
  'file.no-text': 'ihre Bytes sind kein gültiger Text',
  'file.read-only': 'sie ist schreibgeschützt',
  'file.no-package-name': 'das ist kein Name eines npm-Pakets',
  'file.not-installed': 'es ist nicht installiert (kein {path} hier oder darüber)',
  'file.link': 'es ist ein symbolischer Link',
  'file.no-file': 'es ist keine Datei',
  'file.large': 'sie ist größer als 1 MiB',
  'file.outside': 'sie liegt außerhalb des Repositorys',

  'server.slow': 'der Server brauchte länger als {seconds} Sekunden',
  'server.https-only': 'nur https-Adressen werden abgerufen',
  'server.redirects-nowhere': 'der Server leitet ins Leere weiter',
  'server.redirects-to': 'der Server leitet zu {protocol} weiter',
  'server.redirects-often': 'der Server leitet zu oft weiter',
  'server.answers': 'der Server antwortet mit {status}',
  'server.large': 'sie ist größer als {bytes} Bytes',
  'server.unreached': 'der Server ist nicht erreichbar',
  'server.unreached-or-closed':
    'der Server ist nicht erreichbar oder lässt sich von Seiten anderer Herkunft nicht lesen (CORS)',
  'server.unknown': 'es gibt keinen Server dieses Namens',
  'server.closed': 'der Server hat die Verbindung geschlossen',
  'server.untrusted': 'dem Zertifikat des Servers wird nicht vertraut',

  'git.no-repository': 'der geprüfte Ordner liegt in keinem git-Repository.',
  'git.failed': '{reason}.',
  'git.unknown':
    'hier gibt es keinen Commit „{ref}“: Nennen Sie einen Branch, ein Tag oder einen Commit und rufen Sie ihn zuerst ab.',
  'git.unknown-shallow':
    'hier gibt es keinen Commit „{ref}“: Der Klon ist flach; rufen Sie ihn ab („fetch-depth: 0“ in einem Workflow).',
  'git.shallow':
    'die Historie ist zu kurz, um zu erkennen, wo die Arbeit seit „{ref}“ begann: Rufen Sie mehr davon ab („git fetch --unshallow“ oder „fetch-depth: 0“ in einem Workflow).',
  'git.unrelated':
    '„{ref}“ und HEAD haben keine gemeinsame Historie: Nennen Sie einen Commit, von dem HEAD abstammt.',

  'cli.progress': 'Dateien werden gelesen: {done} von {total}',
  'cli.nothing-there': 'es gibt keine Datei und keinen Ordner „{path}“.',
  'cli.unreadable': '„{path}“ kann nicht gelesen werden: {reason}.',
  'cli.unwritable': '„{path}“ kann nicht geschrieben werden: {reason}.',
  'cli.unknown-ruleset':
    'die Richtlinie „{name}“ kann nicht geladen werden: Geben Sie eine Datei, eine https-Adresse, ein npm-Paket (npm:Name) oder eine von {choices} an.',
  'cli.ruleset-no-file':
    'die Richtlinie „{path}“ des Repositorys kann nicht gelesen werden; sie muss eine Datei sein.',
  'cli.since-or-staged': 'geben Sie --since oder --staged an, nicht beides.',
  'cli.migrate-guided': '--migrate lässt etwas zu entscheiden übrig: Es braucht --grade guided.',
  'cli.all-read':
    'die Richtlinie meldet, was nicht zugelassen ist; deshalb wurden alle {files} Dateien bekannter Formate gelesen, nicht nur die, die einen Anbieter des Katalogs nennen.',
  'cli.unwritten':
    'nichts wurde geschrieben, denn {reason}: Legen Sie zuerst einen Commit an, oder verwenden Sie --allow-dirty.',
  'cli.index-unreadable': 'der Index von git kann nicht gelesen werden',
  'cli.uncommitted': '„{path}“ hat Änderungen, die nicht in git sind',
  'cli.uncommitted-more.one': '„{path}“ hat Änderungen, die nicht in git sind, und {count} weitere auch',
  'cli.uncommitted-more.other': '„{path}“ hat Änderungen, die nicht in git sind, und {count} weitere auch',
  'cli.written-none': '„{path}“ kann nicht geschrieben werden: {reason}; nichts wurde geschrieben.',
  'cli.written-some':
    '„{path}“ kann nicht geschrieben werden: {reason}; die oben genannten Dateien wurden geschrieben.',

  'explain.unknown':
    '„{subject}“ ist kein Anbieter des Katalogs, keine Regel der geltenden Richtlinien und keine Stelle wie main.tf:12.',
  'explain.which-line': '„{path}“ ist eine Datei: auch die Zeile angeben, etwa {path}:12.',
  'explain.meant': 'Meinten Sie {names}?',
  'explain.rules': 'Regeln: {rules}.',

  'baseline.written.one':
    '„{file}“ enthält {count} Befund; „vendor-diligence scan --baseline {file}“ meldet, was seitdem hinzukommt.',
  'baseline.written.other':
    '„{file}“ enthält {count} Befunde; „vendor-diligence scan --baseline {file}“ meldet, was seitdem hinzukommt.',
  'baseline.stale.one':
    '{count} Eintrag der Baseline kommt nicht mehr vor; „vendor-diligence baseline“ schreibt sie neu:',
  'baseline.stale.other':
    '{count} Einträge der Baseline kommen nicht mehr vor; „vendor-diligence baseline“ schreibt sie neu:',

  'init.there': '„{file}“ gibt es schon; die Datei wurde nicht geändert.',
  'init.base': 'Auf welcher Richtlinie aufbauen? {names}',
  'init.approved': 'Welche Anbieter sind zugelassen? Kennungen durch Kommas getrennt',
  'init.suppressions':
    'Dürfen Kommentare Befunde stillstellen? allow (ja), require-reason (mit Grund), forbid (nein)',
  'init.no-base': 'es gibt keine mitgelieferte Richtlinie „{name}“: Nehmen Sie eine von {names}.',
  'init.no-choice': '„{given}“ ist keines von {choices}.',
  'init.no-id': '„{id}“ ist keine Kennung eines Anbieters.',
  'init.written': '„{file}“ wurde geschrieben; „vendor-diligence ruleset check {file}“ prüft die Datei.',

  'check.init': '„vendor-diligence ruleset init“ schreibt eine.',
  'check.counts': '{errors}, {warnings}.',
  'test.counts.one': '{count} Test, davon {failed} fehlgeschlagen.',
  'test.counts.other': '{count} Tests, davon {failed} fehlgeschlagen.',
  'test.good': 'ok',
  'test.bad': 'FEHLER',
  'test.missing': 'erwartet, nicht gefunden',
  'test.unexpected': 'gefunden, nicht erwartet',
  'show.refused': 'abgelehnt: {detail}',

  'allowance.none': 'hier gibt es keine Ausnahme und keinen Unterdrückungskommentar.',
  'allowance.row': '{match} in {paths} ({findings})',
  'allowance.why': '{who}: {reason}',
  'allowance.active': 'gilt',
  'allowance.expired': 'abgelaufen',
  'allowance.unused': 'unbenutzt',
  'allowance.no-end': 'ohne Ende',
  'allowance.no-reason': 'ohne Angabe eines Grundes',
  'allowance.exception': 'Ausnahme',
  'allowance.comment': 'Kommentar',
  'allowance.approved-by': 'genehmigt von {name}',

  'sign.no-private-key':
    '„{key}“ ist kein privater Schlüssel, der signieren kann: Es muss ein unverschlüsselter PEM-Schlüssel für ECDSA P-256 oder Ed25519 sein.',
  'sign.written': 'die Signatur wurde nach „{path}“ geschrieben.',
  'verify.no-public-key':
    '„{key}“ ist kein öffentlicher Schlüssel, der prüfen kann: Es muss ein PEM-Schlüssel für ECDSA P-256 oder Ed25519 sein.',
  'verify.wrong': '„{signature}“ ist keine Signatur dieses Schlüssels für „{file}“.',
  'verify.right': '„{file}“ ist mit diesem Schlüssel signiert.',

  'inventory.references.one': '{count} Verweis',
  'inventory.references.other': '{count} Verweise',
  'inventory.counts':
    '{references}: {matched} zugeordnet, {unmatched} nicht zugeordnet, {unresolved} nicht aufgelöst',
  'inventory.matched': 'zugeordnet: {outcome}',
  'inventory.unmatched': 'nicht zugeordnet: {outcome}',
  'inventory.unresolved': 'nicht aufgelöst: {outcome}',

  'reason.not-in-catalog': 'nicht im Katalog',
  'reason.ambiguous': 'mehrere Anbieter haben ihn',
  'reason.local': 'aus dem Projekt selbst',
  'reason.builtin': 'im Werkzeug eingebaut',
  'reason.documentation': 'nur Dokumentation',
  'reason.not-built': 'gehört nicht zu dem, was gebaut wird',
  'reason.not-defined': 'hier nicht definiert',
  'reason.set-at-run-time': 'wird beim Ausführen gesetzt',
  'reason.computed-by-provider': 'vom Provider berechnet',
  'reason.unsupported-function': 'eine Funktion, der nicht gefolgt wird',
  'reason.unsupported-expression': 'ein Ausdruck, dem nicht gefolgt wird',
  'reason.syntax-error': 'ein Syntaxfehler',
  'reason.cycle': 'bezieht sich auf sich selbst',
  'reason.too-many-values': 'zu viele Werte',
  'reason.too-slow': 'die Datei brauchte zu lange',
};
