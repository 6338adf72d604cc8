import type { commands as english } from '../en/commands.ts';
import type { Said } from '../keys.ts';

/** What commands say on a terminal besides their reports, in French. */
export const commands: Said<typeof english> = {
  'file.missing': 'ce fichier ou dossier n’existe pas',
  'file.denied': 'l’accès a été refusé',
  'file.is-folder': 'c’est un dossier',
  'file.disk-full': 'le disque est plein',
  'file.changed': 'il a changé entre-temps',
  'file.link-outside': 'un lien symbolique mène hors du dossier',
  'file.unreadable': 'il n’a pas pu être lu ({code})',
  'file.no-text': 'ses octets ne sont pas un texte valide',
  'file.read-only': 'il est en lecture seule',
  'file.no-package-name': 'ce n’est pas un nom de paquet npm',
  'file.not-installed': 'il n’est pas installé (pas de {path} ici ni au-dessus)',
  'file.link': 'c’est un lien symbolique',
  'file.no-file': 'ce n’est pas un fichier',
  'file.large': 'il dépasse 1 MiB',
  'file.outside': 'il se trouve hors du dépôt',

  'server.slow': 'le serveur a mis plus de {seconds} secondes',
  'server.https-only': 'seules les adresses https sont lues',
  'server.redirects-nowhere': 'le serveur redirige vers nulle part',
  'server.redirects-to': 'le serveur redirige vers {protocol}',
  'server.redirects-often': 'le serveur redirige trop souvent',
  'server.answers': 'le serveur répond {status}',
  'server.large': 'elle dépasse {bytes} octets',
  'server.unreached': 'le serveur est injoignable',
  'server.unreached-or-closed':
    'le serveur est injoignable, ou ne se laisse pas lire par les pages d’autres sites (CORS)',
  'server.unknown': 'il n’y a pas de serveur de ce nom',
  'server.closed': 'le serveur a fermé la connexion',
  'server.untrusted': 'le certificat du serveur n’est pas fiable',

  'git.no-repository': 'le dossier analysé n’est dans aucun dépôt git.',
  'git.failed': '{reason}.',
  'git.unknown':
    'il n’y a pas ici de commit « {ref} » : nommez une branche, une étiquette ou un commit, et récupérez-le d’abord.',
  'git.unknown-shallow':
    'il n’y a pas ici de commit « {ref} » : le clone est superficiel ; récupérez-le (« fetch-depth: 0 » dans un workflow).',
  'git.shallow':
    'l’historique est trop court pour savoir où a commencé le travail depuis « {ref} » : récupérez-en davantage (« git fetch --unshallow », ou « fetch-depth: 0 » dans un workflow).',
  'git.unrelated': '« {ref} » et HEAD n’ont pas d’historique commun : nommez un commit dont HEAD descend.',

  'cli.progress': 'Lecture des fichiers : {done} sur {total}',
  'cli.nothing-there': 'il n’y a ni fichier ni dossier « {path} ».',
  'cli.unreadable': '« {path} » ne peut pas être lu : {reason}.',
  'cli.unwritable': '« {path} » ne peut pas être écrit : {reason}.',
  'cli.unknown-ruleset':
    'la politique « {name} » ne peut pas être chargée : donnez un fichier, une adresse https, un paquet npm (npm:nom), ou l’une de {choices}.',
  'cli.ruleset-no-file': 'la politique « {path} » du dépôt ne peut pas être lue ; ce doit être un fichier.',
  'cli.since-or-staged': 'donnez --since ou --staged, pas les deux.',
  'cli.migrate-guided': '--migrate laisse des choses à décider : il faut --grade guided.',
  'cli.all-read':
    'la politique signale ce qui n’est pas approuvé ; les {files} fichiers de formats connus ont donc tous été lus, et pas seulement ceux qui nomment un fournisseur du catalogue.',
  'cli.unwritten':
    'rien n’a été écrit, parce que {reason} : faites d’abord un commit, ou utilisez --allow-dirty.',
  'cli.index-unreadable': 'l’index de git ne peut pas être lu',
  'cli.uncommitted': '« {path} » a des changements qui ne sont pas dans git',
  'cli.uncommitted-more.one': '« {path} » a des changements qui ne sont pas dans git, et {count} autre aussi',
  'cli.uncommitted-more.other':
    '« {path} » a des changements qui ne sont pas dans git, et {count} autres aussi',
  'cli.written-none': '« {path} » ne peut pas être écrit : {reason} ; rien n’a été écrit.',
  'cli.written-some':
    '« {path} » ne peut pas être écrit : {reason} ; les fichiers énumérés ci-dessus ont été écrits.',

  'explain.unknown':
    '« {subject} » n’est ni un fournisseur du catalogue, ni une règle des politiques en vigueur, ni un endroit tel que main.tf:12.',
  'explain.which-line': '« {path} » est un fichier : donnez aussi la ligne, comme {path}:12.',
  'explain.meant': 'Vouliez-vous dire {names} ?',
  'explain.rules': 'Règles : {rules}.',

  'baseline.written.one':
    '« {file} » contient {count} constat ; « vendor-diligence scan --baseline {file} » rapporte ce qui vient depuis.',
  'baseline.written.other':
    '« {file} » contient {count} constats ; « vendor-diligence scan --baseline {file} » rapporte ce qui vient depuis.',
  'baseline.stale.one':
    '{count} entrée de la base de comparaison n’existe plus ; réécrivez-la par « vendor-diligence baseline » :',
  'baseline.stale.other':
    '{count} entrées de la base de comparaison n’existent plus ; réécrivez-la par « vendor-diligence baseline » :',

  'init.there': '« {file} » existe déjà ; il n’a pas été modifié.',
  'init.base': 'Sur quelle politique s’appuyer ? {names}',
  'init.approved': 'Quels fournisseurs sont approuvés ? Identifiants séparés par des virgules',
  'init.suppressions':
    'Des commentaires peuvent-ils taire des constats ? allow (oui), require-reason (avec une raison), forbid (non)',
  'init.no-base': 'il n’y a pas de politique fournie « {name} » : prenez l’une de {names}.',
  'init.no-choice': '« {given} » n’est aucun de {choices}.',
  'init.no-id': '« {id} » n’est pas un identifiant de fournisseur.',
  'init.written': '« {file} » a été écrit ; « vendor-diligence ruleset check {file} » le vérifie.',

  'check.init': '« vendor-diligence ruleset init » en écrit une.',
  'check.counts': '{errors}, {warnings}.',
  'test.counts.one': '{count} test, dont {failed} en échec.',
  'test.counts.other': '{count} tests, dont {failed} en échec.',
  'test.good': 'ok',
  'test.bad': 'ÉCHEC',
  'test.missing': 'attendu, non trouvé',
  'test.unexpected': 'trouvé, non attendu',
  'show.refused': 'refusé : {detail}',

  'allowance.none': 'il n’y a ici ni exception ni commentaire de suppression.',
  'allowance.row': '{match} dans {paths} ({findings})',
  'allowance.why': '{who} : {reason}',
  'allowance.active': 'en vigueur',
  'allowance.expired': 'expirée',
  'allowance.unused': 'sans objet',
  'allowance.no-end': 'sans fin',
  'allowance.no-reason': 'sans raison donnée',
  'allowance.exception': 'exception',
  'allowance.comment': 'commentaire',
  'allowance.approved-by': 'approuvée par {name}',

  'sign.no-private-key':
    '« {key} » n’est pas une clé privée qui peut signer : il faut une clé PEM non chiffrée, ECDSA P-256 ou Ed25519.',
  'sign.written': 'la signature a été écrite dans « {path} ».',
  'verify.no-public-key':
    '« {key} » n’est pas une clé publique qui peut vérifier : il faut une clé PEM, ECDSA P-256 ou Ed25519.',
  'verify.wrong': '« {signature} » n’est pas une signature de « {file} » par cette clé.',
  'verify.right': '« {file} » est signé par cette clé.',

  'inventory.references.one': '{count} référence',
  'inventory.references.other': '{count} références',
  'inventory.counts':
    '{references} : {matched} attribuées, {unmatched} non attribuées, {unresolved} non résolues',
  'inventory.matched': 'attribuée : {outcome}',
  'inventory.unmatched': 'non attribuée : {outcome}',
  'inventory.unresolved': 'non résolue : {outcome}',

  'reason.not-in-catalog': 'pas dans le catalogue',
  'reason.ambiguous': 'commune à plusieurs fournisseurs',
  'reason.local': 'du projet lui-même',
  'reason.builtin': 'intégrée à l’outil',
  'reason.documentation': 'documentation seulement',
  'reason.not-built': 'ne fait pas partie de ce qui est construit',
  'reason.not-defined': 'pas définie ici',
  'reason.set-at-run-time': 'fixée à l’exécution de l’outil',
  'reason.computed-by-provider': 'calculée par le provider',
  'reason.unsupported-function': 'une fonction qui n’est pas suivie',
  'reason.unsupported-expression': 'une expression qui n’est pas suivie',
  'reason.syntax-error': 'une erreur de syntaxe',
  'reason.cycle': 'renvoie à elle-même',
  'reason.too-many-values': 'trop de valeurs',
  'reason.too-slow': 'la lecture du fichier a pris trop de temps',
};
