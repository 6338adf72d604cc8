import type { vocabulary as english } from '../en/vocabulary.ts';
import type { Said } from '../keys.ts';

/** The words of the closed lists, in German. */
export const vocabulary: Said<typeof english> = {
  'country.HK': 'Sonderverwaltungsregion Hongkong',
  'country.MO': 'Sonderverwaltungsregion Macau',

  'kind.provider': 'Provider',
  'kind.resource': 'Ressource',
  'kind.data-source': 'Datenquelle',
  'kind.module': 'Modul',
  'kind.backend': 'Zustandsspeicher',
  'kind.region': 'Region',
  'kind.partition': 'Partition',
  'kind.image': 'Container-Image',
  'kind.package': 'Paket',
  'kind.mirror': 'Spiegelserver',
  'kind.host': 'Endpunkt',
  'kind.action': 'Workflow-Aktion',
  'kind.chart': 'Chart',
  'kind.plugin': 'Plug-in',
  'kind.api-group': 'API-Gruppe',
  'kind.annotation': 'Annotation',
  'kind.driver': 'Treiber',
  'kind.environment-variable': 'Umgebungsvariable',
  'kind.command': 'Befehl',
  'kind.tool-provider': 'Anbieter eines Werkzeugs',
  'kind.suppression': 'Unterdrückungskommentar',
  'kind.exception': 'Ausnahme',
  'kind.override': 'Abweichung',

  'role.data-store': 'speichert Daten',
  'role.compute': 'führt Arbeitslasten aus',
  'role.network': 'leitet Datenverkehr',
  'role.identity': 'verwaltet Identitäten',
  'role.secrets': 'verwahrt Geheimnisse',
  'role.logging': 'sammelt Protokolle',
  'role.ai': 'erhält Eingaben und Dateien',
  'role.none': 'enthält keine Inhalte',

  'relationship.service': 'Dienst des Anbieters',
  'relationship.service-sdk': 'SDK, das den Dienst des Anbieters aufruft',
  'relationship.deploy-tool': 'Werkzeug, das beim Anbieter bereitstellt',
  'relationship.ai-api': 'KI-Schnittstelle: Eingaben und Dateien gehen an den Anbieter',
  'relationship.telemetry': 'Telemetrie, die an den Anbieter geht',
  'relationship.mirror': 'Kopie eines öffentlichen Registers, vom Anbieter betrieben',
  'relationship.open-source': 'quelloffener Code; es gehen keine Daten an den Anbieter',

  'audience.us': 'Personen unter US-Gerichtsbarkeit',
  'audience.us-federal-agency': 'US-Bundesbehörden',
  'audience.us-federal-contractor': 'Auftragnehmer des US-Bundes',
  'audience.us-defense-contractor': 'Auftragnehmer der US-Verteidigung',
  'audience.us-state-TX': 'Behörden des Staates Texas',
  'audience.eu': 'Organisationen unter EU-Recht',
  'audience.financial-eu': 'EU-Finanzunternehmen',
  'audience.gb': 'Organisationen unter britischem Recht',
  'audience.au': 'australische Behörden',
  'audience.tw': 'taiwanische Behörden',

  'concern.government-access': 'Zugriff durch Behörden',
  'concern.data-residency': 'Ort der Daten',
  'concern.ip-theft': 'geistiges Eigentum',
  'concern.service-cutoff': 'Abschaltung des Dienstes',
  'concern.supply-chain-integrity': 'Integrität der Lieferkette',
  'concern.regulatory-prohibition': 'Verbot',
  'concern.regulatory-listing': 'Listung',
  'concern.regulatory-review': 'Prüfung',
  'concern.ai-data-use': 'Verwendung von Daten durch KI-Dienste',

  'definition.government-access':
    'Eine Behörde kann vom Anbieter oder Betreiber rechtmäßig Zugang zu Kundendaten verlangen, unter Umständen ohne dass der Kunde davon erfährt.',
  'definition.data-residency':
    'Der Ort, an dem Daten liegen oder von dem aus auf sie zugegriffen wird, unterstellt sie Regeln, die ihre Übermittlung beschränken oder erzwingen.',
  'definition.ip-theft': 'Geschäftsgeheimnisse oder Quellcode könnten über den Anbieter entwendet werden.',
  'definition.service-cutoff':
    'Der Anbieter kann angewiesen werden oder sich entschließen, den Dienst einzustellen oder Anmeldungen zu sperren.',
  'definition.supply-chain-integrity':
    'Das Produkt, seine Aktualisierungen oder der Umgang mit seinen Schwachstellen können beeinflusst werden.',
  'definition.regulatory-prohibition':
    'Nutzung, Kauf oder Vertragsschluss ist denen verboten, die der Rechtsakt bindet.',
  'definition.regulatory-listing':
    'Eine Liste nennt den Anbieter, seinen Konzern oder sein Land; sie verbietet nur, was ihr Rechtsakt sagt, und nur denen, die er bindet.',
  'definition.regulatory-review':
    'Eine Behörde prüft, schlägt vor oder führt einen Rechtsstreit; noch bindet keine Regel.',
  'definition.ai-data-use':
    'Eingaben, Dateien oder Protokolle, die an einen KI-Dienst gehen, können in einem Rechtsraum aufbewahrt oder zum Training verwendet werden.',

  'severity.error': 'Fehler',
  'severity.warning': 'Warnung',
  'severity.information': 'Information',
  'severity.hint': 'Hinweis',
};
