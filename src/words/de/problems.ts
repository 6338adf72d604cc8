import type { problems as english } from '../en/problems.ts';
import type { Said } from '../keys.ts';

/** What could not be read, and what to do, in German. */
export const problems: Said<typeof english> = {
  'problem.binary': 'Binärer Inhalt unter dem Namen einer Textdatei; er wurde nicht gelesen.',
  'problem.encoding': 'Kein gültiges {name}; der Rest der Datei wurde gelesen. Als UTF-8 speichern.',
  'problem.internal': 'Ein interner Fehler hat das Lesen dieser Datei abgebrochen ({detail}); bitte melden.',
  'problem.too-slow':
    'Dauerte länger als {milliseconds} ms; übersprungen. Die Datei teilen, oder melden, wenn sie gewöhnlich ist.',
  'problem.name-not-utf8':
    'Der Dateiname ist kein gültiges UTF-8, sodass sich die Datei nicht öffnen lässt; umbenennen.',
  'problem.gone': 'Die Datei war beim Lesen nicht mehr da; erneut durchsuchen.',
  'problem.unreadable': 'Die Datei konnte nicht gelesen werden; ihre Zugriffsrechte prüfen.',
  'problem.unreadable-here': 'Die Datei konnte nicht gelesen werden.',
  'problem.too-large': 'Größer als 20 MB; nicht gelesen.',
  'problem.too-much':
    'Enthält mehr, als von einer Datei gelesen wird; was ab hier steht, wurde nicht gelesen. Die Datei teilen.',
  'problem.too-much-together':
    'Die Dateien, die mit dieser zusammen gelesen werden, brauchen mehr Speicher als erlaubt; sie wurde nicht gelesen. Das Modul oder Chart teilen oder seine Teile einzeln prüfen.',
  'problem.too-many-findings':
    'Es gibt mehr Befunde, als Speicher erlaubt ist: diese Datei und die nach ihr wurden nicht angesehen. Ordner einzeln prüfen.',
  'problem.too-many-references':
    'Es gibt mehr Verweise, als Speicher erlaubt ist: diese Datei und die nach ihr wurden nicht aufgeführt. Ordner einzeln aufführen.',
  'problem.too-many-before':
    'Vor der Änderung gibt es mehr Befunde, als Speicher erlaubt ist: Was neu ist, war nicht festzustellen. Ordner einzeln prüfen.',
  'problem.unread-before': 'Vor der Änderung: {reason} Was dort jetzt gefunden wird, zählt als neu.',
  'problem.not-a-file': 'Ein Ordner, eine Pipe, ein Socket oder ein Gerät, keine Datei; nicht gelesen.',
  'problem.not-a-file-here': 'Keine Datei; nicht gelesen.',
  'problem.link': 'Der symbolischen Verknüpfung konnte nicht gefolgt werden.',
  'problem.broken-link': 'Die symbolische Verknüpfung führt ins Leere; reparieren oder entfernen.',
  'problem.link-outside':
    'Die symbolische Verknüpfung führt aus dem durchsuchten Ordner hinaus, ihr wurde nicht gefolgt; einen Ordner durchsuchen, der beides enthält.',
  'problem.link-here':
    'Symbolischen Verknüpfungen wird in einem virtuellen Arbeitsbereich nicht gefolgt; die Datei wurde nicht gelesen.',
  'problem.link-broken-then': 'Die symbolische Verknüpfung führt in diesem Stand des Repositorys ins Leere.',
  'problem.not-in-state': 'Die Datei gibt es in diesem Stand des Repositorys nicht.',
  'problem.not-fetched': 'Dem Repository fehlt der Inhalt dieser Datei; abrufen.',
  'problem.submodule':
    'Der Commit dieses Submoduls vor der Änderung ist nicht lesbar ({reason}): Was es enthält, zählt als neu. „git submodule update --init“ ausführen oder mehr von seiner Geschichte abrufen.',
  'problem.folder-unlisted':
    'Der Ordner ließ sich nicht auflisten ({code}), seine Dateien wurden nicht durchsucht; seine Zugriffsrechte prüfen.',
  'problem.folder-unlisted-here':
    'Der Ordner ließ sich nicht auflisten; seine Dateien wurden nicht durchsucht.',
  'problem.folders-deep':
    'Mehr als {depth} Ordner ineinander; was unter diesem liegt, wurde nicht durchsucht.',
  'problem.files-many':
    'Mehr als {files} Dateien; der Rest wurde nicht durchsucht. Die Ordner einzeln durchsuchen.',
  'problem.files-many-here':
    'Mehr als {files} Dateien; der Rest wurde nicht durchsucht. Die Ordner einzeln öffnen.',
  'problem.git-index':
    'Der Git-Index war nicht zu verstehen; Dateien, die zugleich verfolgt und ignoriert werden, wurden nicht durchsucht.',
  'problem.not-in-workspace': 'Die Datei gehört nicht zum Arbeitsbereich; sie wurde nicht gelesen.',
  'problem.not-in-test': 'Im Test gibt es keine solche Datei.',
  'problem.state-unread': '{why} {reason}',
  'problem.results-left-out': '{left} Befunde sind ausgelassen: GitHub nimmt {most} Ergebnisse an.',
};
