import type { problems as english } from '../en/problems.ts';
import type { Said } from '../keys.ts';

/** What could not be read, and what to do, in French. */
export const problems: Said<typeof english> = {
  'problem.binary': 'Contenu binaire sous le nom d’un fichier texte ; il n’a pas été lu.',
  'problem.encoding': 'Pas du {name} valide ; le reste du fichier a été lu. Enregistrez-le en UTF-8.',
  'problem.internal':
    'Une erreur interne a interrompu la lecture de ce fichier ({detail}) ; merci de la signaler.',
  'problem.too-slow':
    'Plus de {milliseconds} ms ; ignoré. Divisez le fichier, ou signalez-le s’il est ordinaire.',
  'problem.name-not-utf8':
    'Le nom du fichier n’est pas de l’UTF-8 valide : le fichier ne peut pas être ouvert ; renommez-le.',
  'problem.gone': 'Le fichier n’était plus là au moment de le lire ; relancez l’analyse.',
  'problem.unreadable': 'Le fichier n’a pas pu être lu ; vérifiez ses droits d’accès.',
  'problem.unreadable-here': 'Le fichier n’a pas pu être lu.',
  'problem.too-large': 'Plus de 20 Mo ; non lu.',
  'problem.too-much':
    'Contient plus que ce qui est lu d’un fichier ; la suite à partir d’ici n’a pas été lue. Divisez le fichier.',
  'problem.too-much-together':
    'Les fichiers lus avec celui-ci prennent plus de mémoire que permis ; il n’a pas été lu. Divisez le module ou le chart, ou analysez-en les parties.',
  'problem.too-many-findings':
    'Il y a plus de constats que la mémoire permise : ce fichier et les suivants n’ont pas été examinés. Analysez les dossiers un à un.',
  'problem.too-many-references':
    'Il y a plus de références que la mémoire permise : ce fichier et les suivants n’ont pas été recensés. Recensez les dossiers un à un.',
  'problem.too-many-before':
    'Avant la modification, il y a plus de constats que la mémoire permise : ce qui est nouveau n’a pas pu être établi. Analysez les dossiers un à un.',
  'problem.unread-before':
    'Avant la modification : {reason} Ce qui y est trouvé maintenant compte comme nouveau.',
  'problem.not-a-file': 'Un dossier, un tube, un socket ou un périphérique, non un fichier ; non lu.',
  'problem.not-a-file-here': 'Pas un fichier ; non lu.',
  'problem.link': 'Le lien symbolique n’a pas pu être suivi.',
  'problem.broken-link': 'Le lien symbolique ne mène nulle part ; réparez-le ou supprimez-le.',
  'problem.link-outside':
    'Le lien symbolique mène hors du dossier analysé et n’a pas été suivi ; analysez un dossier qui contient les deux.',
  'problem.link-here':
    'Les liens symboliques ne sont pas suivis dans un espace de travail virtuel ; le fichier n’a pas été lu.',
  'problem.link-broken-then': 'Le lien symbolique ne mène nulle part dans cet état du dépôt.',
  'problem.not-in-state': 'Le fichier n’existe pas dans cet état du dépôt.',
  'problem.not-fetched': 'Le contenu de ce fichier manque au dépôt ; récupérez-le.',
  'problem.submodule':
    'Le commit de ce sous-module avant le changement ne peut pas être lu ({reason}) : ce qu’il contient compte comme nouveau. Exécutez « git submodule update --init », ou récupérez davantage de son historique.',
  'problem.folder-unlisted':
    'Le dossier n’a pas pu être parcouru ({code}), ses fichiers n’ont pas été analysés ; vérifiez ses droits d’accès.',
  'problem.folder-unlisted-here':
    'Le dossier n’a pas pu être parcouru ; ses fichiers n’ont pas été analysés.',
  'problem.folders-deep': 'Plus de {depth} dossiers emboîtés ; ce qui est sous celui-ci n’a pas été analysé.',
  'problem.files-many':
    'Plus de {files} fichiers ; le reste n’a pas été analysé. Analysez les dossiers un par un.',
  'problem.files-many-here':
    'Plus de {files} fichiers ; le reste n’a pas été analysé. Ouvrez les dossiers un par un.',
  'problem.git-index':
    'L’index git n’a pas pu être compris ; les fichiers à la fois suivis et ignorés n’ont pas été analysés.',
  'problem.not-in-workspace': 'Le fichier n’appartient pas à l’espace de travail ; il n’a pas été lu.',
  'problem.not-in-test': 'Le test ne contient pas un tel fichier.',
  'problem.state-unread': '{why} {reason}',
  'problem.results-left-out': '{left} constats sont omis : GitHub accepte {most} résultats.',
};
