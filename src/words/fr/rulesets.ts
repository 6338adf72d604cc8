import type { rulesets as english } from '../en/rulesets.ts';
import type { Said } from '../keys.ts';

/** What is wrong with a ruleset, or with getting it, in French. */
export const rulesets: Said<typeof english> = {
  'policy.expired': 'la politique a expiré le {day}',
  'policy.no-vendor': 'le catalogue n’a pas de fournisseur « {vendor} »',
  'policy.no-vendor-but': 'le catalogue n’a pas de fournisseur « {vendor} », mais « {meant} »',
  'policy.no-region': '{vendor} n’a pas de région « {region} » dans le catalogue',
  'policy.nobody-there': 'aucun fournisseur du catalogue n’est dirigé depuis « {country} »',
  'policy.nothing-there': 'rien dans le catalogue ne se trouve en « {country} »',
  'policy.no-such-region-at-all': 'aucun fournisseur du catalogue n’a de région « {region} »',
  'policy.no-operator': 'aucune région du catalogue n’est exploitée par « {operator} »',
  'policy.never-matches': 'la règle « {rule} » ne peut jamais s’appliquer : {reason}',
  'policy.never-decides':
    'la règle « {rule} » ne peut jamais décider : la règle « {other} », essayée avant elle, vaut pour tout ce qu’elle vise',
  'policy.never-decides-of':
    'la règle « {rule} » ne peut jamais décider : la règle « {other} » de {ruleset}, essayée avant elle, vaut pour tout ce qu’elle vise',
  'policy.no-home': 'aucun de ses fournisseurs n’est dirigé depuis l’une de ses juridictions',
  'policy.homes-excepted': 'tous ses fournisseurs sont dirigés depuis des pays qu’elle excepte',
  'policy.jurisdictions-excepted': 'elle excepte toutes ses juridictions',
  'policy.locations-excepted': 'elle excepte tous ses lieux',
  'policy.no-such-region': 'ses fournisseurs n’ont pas une telle région',
  'policy.no-region-there': 'ses fournisseurs n’ont aucune région dans l’un de ses lieux',
  'policy.unknown-match': '« {match} » n’est ni une règle de cette politique ni un fournisseur du catalogue',
  'policy.exception-soon': 'l’exception prend bientôt fin, le {day}',
  'policy.exception-ended': 'l’exception a pris fin le {day} : retirez-la',
  'policy.no-rule': 'cette politique n’a pas de règle « {rule} »',
  'policy.untested':
    'la règle « {rule} » n’a pas de test qui ne trouve rien : ajoutez-en un à « tests », pour qu’elle ne signale pas plus qu’elle ne doit',
  'policy.twice': 'la règle « {rule} » est définie deux fois : donnez à chacune son propre identifiant',
  'policy.no-bundled': 'Aucune politique fournie ne s’appelle « {name} » : utilisez l’une de {choices}.',
  'policy.not-loaded': 'La politique « {ruleset} » ne peut pas être chargée : {reason}.',
  'policy.not-readable': 'La politique « {ruleset} » ne peut pas être lue : {reason}.',
  'policy.not-usable': 'La politique « {ruleset} » ne peut pas être utilisée : {reason}.',
  'policy.repository-network':
    'La politique d’un dépôt n’atteint rien sur le réseau : nommez « {ruleset} » dans les paramètres ou sur la ligne de commande.',
  'policy.circle': '« extends » tourne en rond : {chain}.',
  'policy.too-far': '« extends » va au-delà de {levels} niveaux ou de {rulesets} politiques.',
  'policy.no-copy': 'Aucune copie n’en est gardée : seul ce qui est fourni avec le produit est en vigueur.',
  'policy.last-copy':
    'La dernière bonne copie, vue le {day} ({days}), est en vigueur, et jamais moins que la politique de base fournie.',
  'policy.last-copy-expired':
    'La dernière bonne copie, vue le {day} ({days}), est en vigueur, bien que ceci vaille : {expired} ; et jamais moins que la politique de base fournie.',
  'policy.days-ago.one': 'il y a {count} jour',
  'policy.days-ago.other': 'il y a {count} jours',
  'policy.no-fetch': 'rien ne peut être téléchargé ici',
  'policy.unchanged-no-copy': 'le serveur dit qu’elle n’a pas changé, mais aucune copie n’est gardée',
  'policy.no-signature': 'sa signature ne peut pas être obtenue : {reason}',
  'policy.no-content': 'aucun contenu',
  'policy.wrong-hash': 'son contenu n’a pas l’empreinte attendue',
  'policy.wrong-signature': 'sa signature n’est pas celle de la clé attendue pour ce contenu',
  'policy.not-valid': 'elle n’est pas valide : {problem}',
  'policy.no-ruleset': 'ce n’est pas une politique',
  'policy.older': 'sa version {version} est plus basse que {known}, vue auparavant',
  'policy.it-expired': 'elle a expiré le {day}',
  'policy.no-files': 'des fichiers ne peuvent pas être lus ici',
  'policy.no-network': 'il n’y a pas de réseau ici',
  'policy.https-only': 'seules les adresses https sont chargées',
  'policy.bad-hash': 'son empreinte n’est pas un SHA-256 de 64 chiffres',
  'policy.no-proof': 'ajoutez « #sha256=… » ou « #key=… », qui prouve son contenu',
  'policy.key-unread': 'sa clé « {key} » ne peut pas être lue : {reason}',
  'policy.key-kind': 'sa clé « {key} » n’est pas une clé publique ECDSA P-256 ou Ed25519',
};
