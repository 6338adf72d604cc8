import type { dossier as english } from '../en/dossier.ts';
import type { Said } from '../keys.ts';

/** The dossier of a vendor, in German. */
export const dossier: Said<typeof english> = {
  'dossier.title': 'Dossier: {vendor}',
  'dossier.who': 'Wer das ist',
  'dossier.name': 'Auch genannt',
  'dossier.parent': 'Muttergesellschaft',
  'dossier.run-from': 'Leitung',
  'dossier.operator': 'Betreiber',
  'dossier.homepage': 'Website',
  'dossier.note': 'Anmerkung',
  'dossier.source': 'Quelle, gelesen am {day}',
  'dossier.memory': 'aus dem Gedächtnis, nicht geprüft',
  'dossier.uses': 'Wo dieser Arbeitsbereich den Anbieter nutzt',
  'dossier.no-uses': 'In dem, was gelesen wurde, ist nichts gefunden worden.',
  'dossier.uses-partial': 'Bisher wurden nur geöffnete Dateien gelesen.',
  'dossier.scan': 'Arbeitsbereich prüfen',
  'dossier.alternatives': 'Stattdessen zugelassen',
  'dossier.no-alternatives': 'Die geltenden Richtlinien lassen keinen anderen Anbieter zu.',
  'dossier.is-approved': 'Die geltenden Richtlinien lassen diesen Anbieter zu.',
  'dossier.timeline': 'Zeitleiste',
  'dossier.timeline-title': 'Rechtsakte und Vorgänge, die {vendor} nennen oder betreffen, {first} bis {last}',
  'dossier.timeline-description.one':
    '{count} Vorgang nach Datum. Die Liste darunter hat dieselbe Nummer und sagt mehr dazu.',
  'dossier.timeline-description.other':
    '{count} Vorgänge nach Datum. Die Listen darunter haben dieselben Nummern und sagen mehr dazu.',
  'dossier.timeline-legend':
    'Durchgezogen: gilt oder ist anhängig. Gestrichelt: Vergangenes, oder was niemanden bindet.',
  'dossier.no-acts': 'Keine Listung gefunden.',
  'dossier.places': 'Gesetze an den Orten seiner Regionen',
  'dossier.more-uses.one': '{count} weitere Stelle',
  'dossier.more-uses.other': '{count} weitere Stellen',
  'dossier.regions': 'Regionen',
  'dossier.no-regions': 'Der Katalog hat keine Regionen dieses Anbieters.',
  'dossier.unknown-country': 'Land unbekannt',
  'dossier.concerns': 'Bedenken',
  'dossier.caveat':
    'Recherche aus datierten öffentlichen Quellen, keine Rechtsberatung. Nichts hier sagt, was nach dem angegebenen Stand geschehen ist.',
};
