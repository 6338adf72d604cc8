import type { vocabulary as english } from '../en/vocabulary.ts';
import type { Said } from '../keys.ts';

/** The words of the closed lists, in French. */
export const vocabulary: Said<typeof english> = {
  'country.HK': 'R.A.S. chinoise de Hong Kong',
  'country.MO': 'R.A.S. chinoise de Macao',

  'kind.provider': 'fournisseur Terraform',
  'kind.resource': 'ressource',
  'kind.data-source': 'source de données',
  'kind.module': 'module',
  'kind.backend': 'stockage de l’état',
  'kind.region': 'région',
  'kind.partition': 'partition',
  'kind.image': 'image de conteneur',
  'kind.package': 'paquet',
  'kind.mirror': 'miroir',
  'kind.host': 'point d’accès',
  'kind.action': 'action de workflow',
  'kind.chart': 'chart',
  'kind.plugin': 'greffon',
  'kind.api-group': 'groupe d’API',
  'kind.annotation': 'annotation',
  'kind.driver': 'pilote',
  'kind.environment-variable': 'variable d’environnement',
  'kind.command': 'commande',
  'kind.tool-provider': 'fournisseur d’un outil',
  'kind.suppression': 'commentaire de suppression',
  'kind.exception': 'exception',
  'kind.override': 'dérogation',

  'role.data-store': 'conserve des données',
  'role.compute': 'exécute des charges de travail',
  'role.network': 'achemine du trafic',
  'role.identity': 'gère des identités',
  'role.secrets': 'détient des secrets',
  'role.logging': 'collecte des journaux',
  'role.ai': 'reçoit des requêtes et des fichiers',
  'role.none': 'ne détient aucun contenu',

  'relationship.service': 'service du fournisseur',
  'relationship.service-sdk': 'SDK qui appelle le service du fournisseur',
  'relationship.deploy-tool': 'outil qui déploie chez le fournisseur',
  'relationship.ai-api': 'API d’IA : requêtes et fichiers sont transmis au fournisseur',
  'relationship.telemetry': 'télémétrie transmise au fournisseur',
  'relationship.mirror': 'copie d’un registre public, exploitée par le fournisseur',
  'relationship.open-source': 'code source ouvert ; aucune donnée n’est transmise au fournisseur',

  'audience.us': 'les personnes sous juridiction américaine',
  'audience.us-federal-agency': 'les agences fédérales américaines',
  'audience.us-federal-contractor': 'les titulaires de marchés fédéraux américains',
  'audience.us-defense-contractor': 'les titulaires de marchés de défense américains',
  'audience.us-state-TX': 'les organismes publics de l’État du Texas',
  'audience.eu': 'les organisations soumises au droit de l’UE',
  'audience.financial-eu': 'les entités financières de l’UE',
  'audience.gb': 'les organisations soumises au droit du Royaume-Uni',
  'audience.au': 'les entités publiques australiennes',
  'audience.tw': 'les organismes publics taïwanais',

  'concern.government-access': 'accès des autorités',
  'concern.data-residency': 'localisation des données',
  'concern.ip-theft': 'propriété intellectuelle',
  'concern.service-cutoff': 'interruption de service',
  'concern.supply-chain-integrity': 'intégrité de la chaîne d’approvisionnement',
  'concern.regulatory-prohibition': 'interdiction',
  'concern.regulatory-listing': 'inscription sur une liste',
  'concern.regulatory-review': 'examen',
  'concern.ai-data-use': 'usage des données par des services d’IA',

  'definition.government-access':
    'Une autorité peut légalement exiger du fournisseur ou de l’exploitant l’accès aux données des clients, éventuellement sans en informer le client.',
  'definition.data-residency':
    'Le lieu où les données sont conservées, ou d’où l’on y accède, les soumet à un régime qui limite ou impose leur transfert.',
  'definition.ip-theft':
    'Des secrets d’affaires ou du code source pourraient être soustraits par l’intermédiaire du fournisseur.',
  'definition.service-cutoff':
    'Le fournisseur peut recevoir l’ordre, ou décider, d’arrêter le service ou de bloquer les connexions.',
  'definition.supply-chain-integrity':
    'Le produit, ses mises à jour ou le traitement de ses vulnérabilités peuvent être influencés.',
  'definition.regulatory-prohibition':
    'L’usage, l’achat ou la conclusion d’un contrat est interdit à ceux que l’acte oblige.',
  'definition.regulatory-listing':
    'Une liste nomme le fournisseur, son groupe ou son pays ; elle n’interdit que ce que dit son acte, à ceux qu’il oblige.',
  'definition.regulatory-review':
    'Une autorité examine, propose ou agit en justice ; aucune règle n’oblige encore.',
  'definition.ai-data-use':
    'Les requêtes, fichiers ou journaux envoyés à un service d’IA peuvent être conservés dans une juridiction ou servir à l’entraînement.',

  'severity.error': 'erreur',
  'severity.warning': 'avertissement',
  'severity.information': 'information',
  'severity.hint': 'indication',
};
