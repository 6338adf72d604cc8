import type { dossier as english } from '../en/dossier.ts';
import type { Said } from '../keys.ts';

/** The dossier of a vendor, in French. */
export const dossier: Said<typeof english> = {
  'dossier.title': 'Dossier : {vendor}',
  'dossier.who': 'Qui est-ce',
  'dossier.name': 'Aussi appelé',
  'dossier.parent': 'Société mère',
  'dossier.run-from': 'Direction',
  'dossier.operator': 'Exploitant',
  'dossier.homepage': 'Site',
  'dossier.note': 'Remarque',
  'dossier.source': 'source, lue le {day}',
  'dossier.memory': 'de mémoire, non vérifié',
  'dossier.uses': 'Où cet espace de travail l’utilise',
  'dossier.no-uses': 'Rien n’a été trouvé dans ce qui a été lu.',
  'dossier.uses-partial': 'Seuls les fichiers ouverts ont été lus jusqu’ici.',
  'dossier.scan': 'Analyser l’espace de travail',
  'dossier.alternatives': 'Approuvé à la place',
  'dossier.no-alternatives': 'Les politiques en vigueur n’approuvent aucun autre fournisseur.',
  'dossier.is-approved': 'Les politiques en vigueur approuvent ce fournisseur.',
  'dossier.timeline': 'Chronologie',
  'dossier.timeline-title': 'Actes qui nomment ou concernent {vendor}, de {first} à {last}',
  'dossier.timeline-description.one':
    '{count} acte par date. La liste ci-dessous porte le même numéro et en dit davantage.',
  'dossier.timeline-description.other':
    '{count} actes par date. Les listes ci-dessous portent les mêmes numéros et en disent davantage.',
  'dossier.timeline-legend':
    'Plein : en vigueur ou en cours. Tireté : historique, ou ce qui n’oblige personne.',
  'dossier.no-acts': 'Aucune inscription sur une liste n’a été trouvée.',
  'dossier.places': 'Lois des lieux de ses régions',
  'dossier.more-uses.one': '{count} autre endroit',
  'dossier.more-uses.other': '{count} autres endroits',
  'dossier.regions': 'Régions',
  'dossier.no-regions': 'Le catalogue n’a aucune région de ce fournisseur.',
  'dossier.unknown-country': 'Pays inconnu',
  'dossier.concerns': 'Préoccupations',
  'dossier.caveat':
    'Recherche dans des sources publiques datées, non un avis juridique. Rien ici ne dit ce qui s’est passé après la date indiquée.',
};
