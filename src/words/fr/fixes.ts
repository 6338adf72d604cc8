import type { fixes as english } from '../en/fixes.ts';
import type { Said } from '../keys.ts';

/** Fixes: their titles, what is left to a person, and why one is refused, in French. */
export const fixes: Said<typeof english> = {
  'grade.drop-in': 'équivalent direct',
  'grade.guided': 'guidée',
  'grade.refused': 'refusée',

  'fix.ignore': 'Ignorer {rule} ici, en donnant une raison',
  'fix.ignore-next': 'Écrivez la raison après « -- ».',
  'fix.except': 'Excepter {rule} dans ce fichier par la politique',
  'fix.except-next': 'Écrivez la raison, qui l’approuve, et le dernier jour où elle vaut (AAAA-MM-JJ).',
  'fix.use': 'Utiliser {names}',
  'fix.use-of': 'Utiliser {names} pour {vendor}',
  'fix.replace': 'Remplacer {value}',
  'fix.refusal': '{title} : {reason}',
  'fix.no-edit': 'Cet éditeur ne peut pas l’appliquer.',
  'fix.next-step': 'Étape suivante',
  'fix.commands': 'Pour terminer, exécutez : {commands}',
  'fix.all': 'Corriger dans ce fichier tout ce qui a un équivalent direct',
  'fix.all-short': 'Tout corriger',
  'fix.all-fail': 'Aucune des corrections directes ne fonctionne dans ce fichier ; chacune dit pourquoi.',

  'run.summary': '{fixed}, {refused} ; {outcome}.',
  'run.fixable.one': '{count} constat peut être corrigé',
  'run.fixable.other': '{count} constats peuvent être corrigés',
  'run.fixed.one': '{count} constat corrigé',
  'run.fixed.other': '{count} constats corrigés',
  'run.refused.one': '{count} constat n’a pas de correction qui fonctionne',
  'run.refused.other': '{count} constats n’ont pas de correction qui fonctionne',
  'run.left.one':
    '{count} autre constat a une correction qui laisse quelque chose à décider : --grade guided la montre.',
  'run.left.other':
    '{count} autres constats ont des corrections qui laissent quelque chose à décider : --grade guided les montre.',
  'run.without.one':
    '{count} autre constat n’a pas de correction : « explain » dit ce qui est approuvé à la place.',
  'run.without.other':
    '{count} autres constats n’ont pas de correction : « explain » dit ce qui est approuvé à la place.',
  'run.would-change.one': '{count} fichier changerait avec --write',
  'run.would-change.other': '{count} fichiers changeraient avec --write',
  'run.changed.one': '{count} fichier modifié',
  'run.changed.other': '{count} fichiers modifiés',

  'region.change': 'Changer la région pour {region}',
  'region.change-city': 'Changer la région pour {region} ({city})',
  'region.partition': 'Changer la partition pour {partition}',
  'region.next':
    'Les données et images déjà conservées restent où elles sont, et les types de zone ou d’instance peuvent différer.',

  'address.not-moved': 'Les identifiants de connexion et ce qui y est conservé ne sont pas déplacés.',
  'address.unknown':
    'On ne sait pas où l’image se trouve ailleurs : indiquez son emplacement sous « replacements » dans la politique, ou construisez-la ou copiez-la dans votre propre registre.',

  'equivalent.of': '{name} ({vendor})',
  'equivalent.elsewhere':
    'Ce type de fichier n’est lu que par son propre cloud ; dans ceux des autres, c’est {names}.',
  'equivalent.none': 'Aucun fournisseur approuvé n’a d’équivalent : choisissez-en un à la main.',
  'equivalent.missing.one':
    'Pour {count} endroit sur {all}, aucun équivalent n’est connu : changez-le à la main.',
  'equivalent.missing.other':
    'Pour {count} endroits sur {all}, aucun équivalent n’est connu : changez-les à la main.',
  'equivalent.note': '{note}.',

  'mirror.leave': 'Quitter le miroir {value}',
  'mirror.leave-for': 'Quitter le miroir pour {ecosystem}',
  'mirror.leave-all': 'Quitter le miroir pour ce qu’il copie',
  'mirror.remove': 'Retirer le miroir {name} : la valeur par défaut de l’outil s’applique',
  'mirror.use': 'Utiliser {address} à la place du miroir',
  'mirror.made-of-parts':
    'L’adresse est composée de plusieurs valeurs : changez, là où elle est définie, celle qui nomme le miroir.',
  'mirror.credentials':
    'L’adresse contient un nom ou un mot de passe, qui ne doit pas parvenir à un autre hôte : retirez-le, puis changez d’adresse.',
  'mirror.cargo':
    'Cargo n’accepte pas de second nom pour crates.io : retirez ce registre et ce qui s’y réfère, puis laissez Cargo réécrire le fichier de verrouillage.',
  'mirror.files-elsewhere':
    'Le fichier de verrouillage nomme chaque fichier par son adresse, et l’on ne sait pas où {address} garde les siens : changez l’index, puis laissez le gestionnaire de paquets réécrire ce fichier.',
  'mirror.yarn-address':
    'Yarn 1 tient un paquet sans adresse pour non verrouillé et en choisirait la version à neuf : indiquez votre registre sous « approved.registries » (« npm »), ou changez le registre et laissez Yarn réécrire le fichier.',
  'mirror.publishing':
    'Des paquets sont publiés ici ; sans cette adresse, ils pourraient l’être là où tout le monde les voit. Indiquez votre propre registre.',
  'mirror.list-of-repositories':
    'Ce fichier nomme les dépôts du miroir, et il n’existe pas ailleurs : laissez la liste que le système apporte, ou écrivez-en une qui nomme vos dépôts.',
  'mirror.archived':
    'Ce qui a pris fin se trouve dans des archives et ne reçoit plus de mises à jour : prévoyez de passer à ce qui est encore entretenu.',
  'mirror.check-content':
    'Le miroir peut contenir ce que l’autre registre n’a pas : vérifiez que tout peut encore être téléchargé.',
  'mirror.name-registry': 'indiquez votre registre sous {registries} ou « replacements » dans la politique',
  'mirror.generated':
    'Le gestionnaire de paquets écrit ce fichier : changez son registre, puis laissez-le réécrire le fichier ; ou {ruleset}.',
  'mirror.built-in':
    'La valeur par défaut est intégrée à l’outil : retirez ce qui la remplace ici, ou {ruleset}.',
  'mirror.no-target': 'On ne sait pas où aller à la place : {ruleset}.',

  'package.replace-by': 'Remplacer par {name}',
  'package.api': 'L’API diffère',
  'package.next': '{note}. Le code qui utilise le paquet est à modifier.',
  'package.known-version':
    'La version {version} était disponible le {date} : voir si une plus récente est souhaitée.',
  'package.ruleset-version': 'La politique indique la version {version}.',
  'package.no-version':
    'Aucune version de {name} n’est connue : en indiquer une dans « replacements » de la politique ({purl}).',
  'package.or-run': 'Ou laisser le gestionnaire de paquets en choisir une, par les commandes.',
  'package.there': '{name} y est déjà : retirer celui-ci quand plus rien ne l’utilise.',
  'package.transitive':
    'Il vient avec {package} : cherchez-en une version qui s’en passe, ou un autre paquet.',
  'package.indirect':
    'D’autres paquets en ont besoin : cherchez-en des versions qui s’en passent, ou d’autres à leur place.',
  'package.unknown':
    'Aucun paquet connu ne fait la même chose : indiquez-en un sous « replacements » dans la politique.',
  'package.by-hand': 'Cette ligne ne peut être réécrite que par une personne ; les candidats sont {names}.',

  'migrate.to': 'Migrer vers {vendor}',
  'migrate.any': 'Migrer vers un fournisseur approuvé',
  'migrate.none-approved':
    'La politique n’approuve aucun fournisseur pour lequel il existe une correspondance. Indiquez-en un dans « approved.prefer » : {vendors}.',
  'migrate.no-mapping': 'Il n’existe pas de correspondance.',
  'migrate.json':
    '{path} est écrit dans la syntaxe JSON, sans commentaires pour ce qui n’a pas d’équivalent : écrivez-le d’abord dans la syntaxe native.',
  'migrate.broken': '{path} contient une erreur de syntaxe : corrigez-la d’abord.',
  'migrate.own-stays': '{address} resterait : {reason}. D’autres ressources du module peuvent migrer.',
  'migrate.nothing': 'Aucune de ses ressources n’a d’équivalent.',
  'migrate.overlap': 'Ses modifications se chevauchent.',
  'migrate.syntax': 'Cela produirait une erreur de syntaxe dans {path}.',
  'migrate.unknown-argument': 'Cela écrirait ce que le provider n’a pas : {argument}.',
  'migrate.no-counterpart': 'aucun équivalent n’est connu',
  'migrate.not-literal': 'son {argument} n’est pas écrit en toutes lettres',
  'migrate.essential': '{argument} ne peut pas être déplacé, et sans lui plus serait permis',
  'migrate.in-use': 'autre chose l’utilise',
  'migrate.use-without-counterpart': '{address} n’a pas d’équivalent',
  'migrate.no-attribute': '{type} n’a pas d’attribut {attribute}',
  'migrate.count':
    '{moved} ressources et sources de données sur {resources} et {movedArguments} de leurs arguments sur {arguments} passent à {target}.',
  'migrate.configuration': 'La configuration du provider passe à {target}.',
  'migrate.stay': 'Restent : {names}.',
  'migrate.stay-of': '{address} ({reason})',
  'migrate.still-use': 'Utilisent encore l’ancien provider : {names}.',
  'migrate.omitted': 'Retirés : {names}.',
  'migrate.by-hand': 'À remplacer à la main : {names}.',
  'migrate.comments':
    'Les arguments sans équivalent sont des commentaires qui disent pourquoi ; comparez ce qui est marqué « check », complétez ce qui est marqué « required ».',
  'migrate.notes': 'Remarques : {notes}.',
  'migrate.note-of': '{type} : {note}',
  'migrate.anew': 'Tout est créé à neuf : déplacez les données avant de supprimer ce qui existe.',
  'migrate.removed': 'Les blocs de {path} lâchent ce qui existe au prochain « apply », sans le détruire.',
  'migrate.environment': 'Pour celui-ci, l’ancien fournisseur prend ses identifiants dans l’environnement.',
  'migrate.state-rm': 'La commande lâche ce qui existe sans le détruire.',
  'migrate.more.one': 'et {count} autre',
  'migrate.more.other': 'et {count} autres',

  'proof.failed': 'Essayée, elle ne fonctionne pas ici. {objection}',
  'proof.overlap': 'Ses modifications se chevauchent.',
  'proof.changed': 'Le fichier a changé entre-temps.',
  'proof.unreadable': 'Le fichier se lirait moins bien ensuite : {problem}',
  'proof.still-there': 'Le constat serait toujours là ensuite ({rule} dans {path}).',
  'proof.place-still-there':
    'Une partie de ce qui doit être réglé serait toujours là ensuite ({value} dans {path}).',
  'proof.another': 'Un autre constat apparaîtrait ({rule} dans {path}).',
  'proof.meaning': 'Quelque chose hors des endroits modifiés de {path} changerait de sens.',
};
