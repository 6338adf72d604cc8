/** The dossier of a vendor, in English. */
export const dossier = {
  'dossier.title': 'Dossier: {vendor}',
  'dossier.who': 'Who it is',
  'dossier.name': 'Also called',
  'dossier.parent': 'Parent',
  'dossier.run-from': 'Run from',
  'dossier.operator': 'Operator',
  'dossier.homepage': 'Home page',
  'dossier.note': 'Note',
  'dossier.source': 'source, read {day}',
  'dossier.memory': 'from memory, not verified',
  'dossier.uses': 'Where this workspace uses it',
  'dossier.no-uses': 'Nothing found in what was read.',
  'dossier.uses-partial': 'Only files that are open were read so far.',
  'dossier.scan': 'Scan the workspace',
  'dossier.alternatives': 'Approved instead',
  'dossier.no-alternatives': 'The rulesets in force approve no other vendor.',
  'dossier.is-approved': 'The rulesets in force approve this vendor.',
  'dossier.timeline': 'Timeline',
  'dossier.timeline-title': 'Acts that name or concern {vendor}, {first} to {last}',
  'dossier.timeline-description.one':
    '{count} act by date. The list below has the same number and more about it.',
  'dossier.timeline-description.other':
    '{count} acts by date. The lists below have the same numbers and more about each.',
  'dossier.timeline-legend':
    'Solid: it holds, or is pending. Dashed: history, or something that binds nobody.',
  'dossier.no-acts': 'No listing found.',
  'dossier.places': 'Laws where its regions lie',
  'dossier.more-uses.one': '{count} more place',
  'dossier.more-uses.other': '{count} more places',
  'dossier.regions': 'Regions',
  'dossier.no-regions': 'The catalog has no regions of it.',
  'dossier.unknown-country': 'Country not known',
  'dossier.concerns': 'Concerns',
  'dossier.caveat':
    'Research from dated public sources, not legal advice. Nothing here says what happened after the day given as of.',
} as const;
