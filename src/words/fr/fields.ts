import type { fields as english } from '../en/fields.ts';
import type { Said } from '../keys.ts';

/** The fields and choices of a ruleset, in French. */
export const fields: Said<typeof english> = {
  'field.$schema': 'Le schéma JSON de ce fichier, pour les éditeurs qui n’en savent rien d’autre.',
  'field.name': 'Le nom de cette politique dans les rapports.',
  'field.version':
    'Des nombres séparés par des points. Une politique du réseau ne doit pas arriver avec une version plus basse qu’avant.',
  'field.expires': 'Le dernier jour où cette politique peut servir, AAAA-MM-JJ.',
  'field.extends':
    'Ce sur quoi repose cette politique, la plus générale d’abord : une politique fournie, un fichier, un paquet npm (npm:…) ou une adresse https avec #sha256=… ou #key=….',
  'field.audience': 'Ce qu’est l’organisation : un acte qui oblige l’un d’eux fait d’un constat une erreur.',
  'field.preset': 'La gravité d’un constat dont la règle s’en remet aux éléments de preuve.',
  'field.approved': 'Ce qui est utilisé à la place de ce qui est signalé.',
  'field.approved.vendors': 'Les fournisseurs autorisés.',
  'field.approved.regions':
    'Les régions approuvées d’un fournisseur, la meilleure d’abord ; * est une suite quelconque de caractères.',
  'field.approved.registries': 'Par écosystème (npm, pypi, docker, …) : l’adresse du registre à utiliser.',
  'field.approved.sources':
    'Providers, registres, charts, modules et actions autorisés bien qu’ils n’appartiennent à aucun fournisseur du catalogue.',
  'field.approved.prefer': 'Des fournisseurs, le meilleur d’abord : ce qu’une correction propose en premier.',
  'field.rules': 'Ce qui est signalé, et avec quelle gravité. La première règle qui s’applique décide.',
  'field.rules.id': 'Le nom de la règle dans les rapports, les exceptions et les commentaires.',
  'field.rules.description': 'Ce à quoi sert la règle, en une phrase.',
  'field.rules.when':
    'Toutes les conditions doivent être remplies ; pour chacune, une des valeurs citées suffit.',
  'field.rules.when.vendors': 'Le fournisseur est l’un d’eux.',
  'field.rules.when.jurisdictions': 'Le fournisseur est dirigé depuis l’un de ces pays.',
  'field.rules.when.jurisdictionsExcept': 'Le fournisseur est dirigé depuis un autre pays que ceux-ci.',
  'field.rules.when.locations': 'La région se trouve dans l’un de ces pays.',
  'field.rules.when.locationsExcept': 'La région est connue et se trouve dans un autre pays que ceux-ci.',
  'field.rules.when.regions': 'La région est l’une d’elles ; * est une suite quelconque de caractères.',
  'field.rules.when.operators': 'L’un d’eux exploite la région.',
  'field.rules.when.relationships': 'Le rapport du projet au fournisseur.',
  'field.rules.when.concerns': 'L’une de ces préoccupations se pose.',
  'field.rules.when.kinds': 'Ce qui, dans le fichier, désigne le fournisseur.',
  'field.rules.when.roles': 'Ce que la ressource fait des données.',
  'field.rules.when.paths':
    'Le fichier est l’un d’eux : globs depuis le dossier de la politique du dépôt, ou depuis la racine du dépôt pour une autre politique.',
  'field.rules.when.approved': 'Si les politiques approuvent le fournisseur, la région ou la source.',
  'field.rules.severity': 'La gravité ; selon les éléments de preuve si elle n’est pas donnée.',
  'field.rules.atLeast': 'Ce que les éléments de preuve donnent au minimum.',
  'field.rules.locked': 'true : une politique située en dessous ne peut ni changer ni retirer la règle.',
  'field.replacements': 'Ce qu’une correction écrit à la place de quelque chose.',
  'field.replacements.from': 'Une URL de paquet sans version, un hôte, un préfixe d’image ou une région.',
  'field.replacements.to': 'Ce qui prend la place ; une URL de paquet peut nommer la version à écrire.',
  'field.replacements.note': 'Ce qu’il faut savoir en remplaçant.',
  'field.suppressions': 'Si des commentaires dans les fichiers peuvent taire des constats.',
  'field.exceptions': 'Ce qui est autorisé bien que signalé : par qui, pourquoi, où et jusqu’à quand.',
  'field.exceptions.match': 'Une règle ou un fournisseur.',
  'field.exceptions.paths':
    'Pour quels fichiers : globs depuis le dossier de la politique du dépôt, ou depuis la racine du dépôt pour une autre politique ; ** pour tous.',
  'field.exceptions.reason': 'Pourquoi c’est autorisé.',
  'field.exceptions.approvedBy': 'Qui l’a autorisé.',
  'field.exceptions.ticket': 'Où cela a été décidé.',
  'field.exceptions.expires': 'Le dernier jour où elle vaut, AAAA-MM-JJ.',
  'field.repositoryExceptions': 'Si les dépôts peuvent s’accorder des exceptions à cette politique.',
  'field.vendors': 'Des fournisseurs que le catalogue n’a pas.',
  'field.tests':
    'Des extraits, et ce qui doit y être trouvé : « vendor-diligence ruleset test » les exécute.',
  'field.tests.name': 'Le nom du test.',
  'field.tests.rule': 'La règle dont il s’agit ; sans elle, toutes.',
  'field.tests.file': 'Le chemin de l’extrait, qui décide de quel type de fichier il s’agit.',
  'field.tests.text': 'L’extrait, entier ou ligne par ligne.',
  'field.tests.finds': 'Ce qui doit être trouvé, et rien d’autre ; vide quand rien ne doit l’être.',
  'field.tests.finds.severity': 'La gravité du constat.',
  'field.tests.finds.value': 'La valeur trouvée.',
  'field.tests.finds.vendor': 'Le fournisseur auquel elle appartient.',
  'field.tests.finds.line': 'La ligne dans l’extrait, comptée à partir de 1.',

  'choice.preset.baseline': 'Sont des erreurs ce qui enfreindrait un acte qui oblige l’organisation.',
  'choice.preset.strict':
    'Un acte en vigueur qui nomme le fournisseur ou sa société mère est une erreur pour tous ; tout le reste au moins un avertissement.',
  'choice.preset.watch': 'Chaque gravité que donnent les éléments de preuve baisse d’un cran.',
  'choice.suppressions.allow': 'Les commentaires peuvent taire des constats.',
  'choice.suppressions.require-reason':
    'Les commentaires peuvent taire des constats et doivent dire pourquoi.',
  'choice.suppressions.forbid': 'Les commentaires ne taisent rien.',
  'choice.repositoryExceptions.allow': 'Les dépôts peuvent s’accorder des exceptions.',
  'choice.repositoryExceptions.forbid':
    'Seules cette politique et celles au-dessus accordent des exceptions.',
  'choice.severity.error': 'Quelqu’un qu’un acte oblige l’enfreindrait.',
  'choice.severity.warning': 'Quelqu’un devrait en décider.',
  'choice.severity.information': 'Bon à savoir.',
  'choice.severity.hint': 'Montré discrètement.',
  'choice.severity.by-evidence':
    'Selon ce que font les actes, qui ils obligent et ce que la ressource fait des données.',
  'choice.severity.off': 'Ce que vise la règle n’est pas signalé.',
};
