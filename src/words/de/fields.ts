import type { fields as english } from '../en/fields.ts';
import type { Said } from '../keys.ts';

/** The fields and choices of a ruleset, in German. */
export const fields: Said<typeof english> = {
  'field.$schema': 'Das JSON-Schema dieser Datei, für Editoren, die sonst nichts von ihr wissen.',
  'field.name': 'Wie Berichte diese Richtlinie nennen.',
  'field.version':
    'Zahlen mit Punkten dazwischen. Eine Richtlinie aus dem Netz darf keine niedrigere haben als zuvor.',
  'field.expires': 'Der letzte Tag, an dem diese Richtlinie gelten darf, JJJJ-MM-TT.',
  'field.extends':
    'Worauf diese Richtlinie steht, die allgemeinste zuerst: eine mitgelieferte Richtlinie, eine Datei, ein npm-Paket (npm:…) oder eine https-Adresse mit #sha256=… oder #key=….',
  'field.audience': 'Was die Organisation ist: Bindet ein Akt eines davon, wird ein Befund zum Fehler.',
  'field.preset': 'Wie schwer ein Befund wiegt, dessen Regel das den Belegen überlässt.',
  'field.approved': 'Was anstelle des Beanstandeten benutzt wird.',
  'field.approved.vendors': 'Anbieter, die benutzt werden dürfen.',
  'field.approved.regions':
    'Die zugelassenen Regionen eines Anbieters, die beste zuerst; * steht für beliebige Zeichen.',
  'field.approved.registries':
    'Je Ökosystem (npm, pypi, docker, …): die Adresse der Registry, die zu benutzen ist.',
  'field.approved.sources':
    'Provider, Registries, Charts, Module und Aktionen, die benutzt werden dürfen, obwohl sie zu keinem Anbieter des Katalogs gehören.',
  'field.approved.prefer': 'Anbieter, der beste zuerst: was eine Korrektur als Erstes anbietet.',
  'field.rules': 'Was beanstandet wird, und wie schwer. Die erste Regel, die zutrifft, entscheidet.',
  'field.rules.id': 'Der Name der Regel in Berichten, Ausnahmen und Kommentaren.',
  'field.rules.description': 'Wozu die Regel da ist, in einem Satz.',
  'field.rules.when': 'Alle Bedingungen müssen zutreffen; bei jeder genügt einer der genannten Werte.',
  'field.rules.when.vendors': 'Der Anbieter ist einer von diesen.',
  'field.rules.when.jurisdictions': 'Der Anbieter wird aus einem dieser Länder geführt.',
  'field.rules.when.jurisdictionsExcept': 'Der Anbieter wird aus einem anderen Land als diesen geführt.',
  'field.rules.when.locations': 'Die Region liegt in einem dieser Länder.',
  'field.rules.when.locationsExcept': 'Die Region ist bekannt und liegt in einem anderen Land als diesen.',
  'field.rules.when.regions': 'Die Region ist eine von diesen; * steht für beliebige Zeichen.',
  'field.rules.when.operators': 'Einer von diesen betreibt die Region.',
  'field.rules.when.relationships': 'Wie das Projekt zum Anbieter steht.',
  'field.rules.when.concerns': 'Eines dieser Bedenken besteht.',
  'field.rules.when.kinds': 'Was in der Datei auf den Anbieter weist.',
  'field.rules.when.roles': 'Was die Ressource mit Daten tut.',
  'field.rules.when.paths':
    'Die Datei ist eine von diesen: Globs ab dem Ordner der Richtlinie des Repositorys, bei anderen Richtlinien ab dessen oberstem Ordner.',
  'field.rules.when.approved': 'Ob die Richtlinien den Anbieter, die Region oder die Quelle zulassen.',
  'field.rules.severity': 'Wie schwer es wiegt; nach den Belegen, wenn nichts dasteht.',
  'field.rules.atLeast': 'Was die Belege mindestens ergeben.',
  'field.rules.locked': 'true: Eine Richtlinie unterhalb kann die Regel weder ändern noch entfernen.',
  'field.replacements': 'Was eine Korrektur anstelle von etwas schreibt.',
  'field.replacements.from': 'Eine Package-URL ohne Version, ein Host, ein Image-Präfix oder eine Region.',
  'field.replacements.to':
    'Was an die Stelle tritt; eine Package-URL kann die Version nennen, die geschrieben wird.',
  'field.replacements.note': 'Was man beim Ersetzen wissen muss.',
  'field.suppressions': 'Ob Kommentare in Dateien Befunde stillstellen dürfen.',
  'field.exceptions': 'Was erlaubt ist, obwohl es beanstandet wird: von wem, warum, wo und bis wann.',
  'field.exceptions.match': 'Eine Regel oder ein Anbieter.',
  'field.exceptions.paths':
    'Für welche Dateien: Globs ab dem Ordner der Richtlinie des Repositorys, bei anderen Richtlinien ab dessen oberstem Ordner; ** für alle.',
  'field.exceptions.reason': 'Warum es erlaubt ist.',
  'field.exceptions.approvedBy': 'Wer es erlaubt hat.',
  'field.exceptions.ticket': 'Wo es entschieden wurde.',
  'field.exceptions.expires': 'Der letzte Tag, an dem sie gilt, JJJJ-MM-TT.',
  'field.repositoryExceptions': 'Ob Repositorys sich selbst Ausnahmen von dieser Richtlinie gewähren dürfen.',
  'field.vendors': 'Anbieter, die der Katalog nicht hat.',
  'field.tests':
    'Ausschnitte, und was in ihnen gefunden werden muss: „vendor-diligence ruleset test“ führt sie aus.',
  'field.tests.name': 'Wie der Test heißt.',
  'field.tests.rule': 'Die Regel, um die es geht; ohne sie alle.',
  'field.tests.file': 'Der Pfad des Ausschnitts; er entscheidet, was für eine Datei es ist.',
  'field.tests.text': 'Der Ausschnitt, als Ganzes oder Zeile für Zeile.',
  'field.tests.finds': 'Was gefunden werden muss, und sonst nichts; leer, wenn nichts gefunden werden darf.',
  'field.tests.finds.severity': 'Wie schwer der Befund wiegt.',
  'field.tests.finds.value': 'Der Wert, der gefunden wird.',
  'field.tests.finds.vendor': 'Der Anbieter, zu dem er gehört.',
  'field.tests.finds.line': 'Die Zeile im Ausschnitt, ab 1 gezählt.',

  'choice.preset.baseline': 'Fehler ist, was einen Akt verletzen würde, der die Organisation bindet.',
  'choice.preset.strict':
    'Ein geltender Akt, der den Anbieter oder seine Muttergesellschaft nennt, ist für alle ein Fehler; alles andere mindestens eine Warnung.',
  'choice.preset.watch': 'Was die Belege ergeben, wiegt jeweils eine Stufe leichter.',
  'choice.suppressions.allow': 'Kommentare dürfen Befunde stillstellen.',
  'choice.suppressions.require-reason': 'Kommentare dürfen Befunde stillstellen und müssen sagen, warum.',
  'choice.suppressions.forbid': 'Kommentare stellen nichts still.',
  'choice.repositoryExceptions.allow': 'Repositorys dürfen sich selbst Ausnahmen gewähren.',
  'choice.repositoryExceptions.forbid': 'Nur diese Richtlinie und die darüber gewähren Ausnahmen.',
  'choice.severity.error': 'Wen ein Akt bindet, der würde ihn verletzen.',
  'choice.severity.warning': 'Jemand sollte darüber entscheiden.',
  'choice.severity.information': 'Gut zu wissen.',
  'choice.severity.hint': 'Unauffällig gezeigt.',
  'choice.severity.by-evidence':
    'Danach, was die Akte tun, wen sie binden und was die Ressource mit Daten tut.',
  'choice.severity.off': 'Was die Regel trifft, wird nicht beanstandet.',
};
