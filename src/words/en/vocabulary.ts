/** The words of the closed lists, in English. */
export const vocabulary = {
  'country.HK': 'Hong Kong SAR China',
  'country.MO': 'Macao SAR China',

  'kind.provider': 'provider',
  'kind.resource': 'resource',
  'kind.data-source': 'data source',
  'kind.module': 'module',
  'kind.backend': 'state backend',
  'kind.region': 'region',
  'kind.partition': 'partition',
  'kind.image': 'container image',
  'kind.package': 'package',
  'kind.mirror': 'mirror',
  'kind.host': 'endpoint',
  'kind.action': 'workflow action',
  'kind.chart': 'chart',
  'kind.plugin': 'plug-in',
  'kind.api-group': 'API group',
  'kind.annotation': 'annotation',
  'kind.driver': 'driver',
  'kind.environment-variable': 'environment variable',
  'kind.command': 'command',
  'kind.tool-provider': 'tool’s provider',
  'kind.suppression': 'suppression comment',
  'kind.exception': 'exception',
  'kind.override': 'override',

  'role.data-store': 'stores data',
  'role.compute': 'runs workloads',
  'role.network': 'carries traffic',
  'role.identity': 'manages identities',
  'role.secrets': 'holds secrets',
  'role.logging': 'collects logs',
  'role.ai': 'receives prompts and files',
  'role.none': 'holds no content',

  'relationship.service': 'service of the vendor',
  'relationship.service-sdk': "SDK that calls the vendor's service",
  'relationship.deploy-tool': 'tool that deploys to the vendor',
  'relationship.ai-api': 'AI API: prompts and files go to the vendor',
  'relationship.telemetry': 'telemetry that goes to the vendor',
  'relationship.mirror': 'copy of a public registry, run by the vendor',
  'relationship.open-source': 'open-source code; no data goes to the vendor',

  'audience.us': 'persons subject to US jurisdiction',
  'audience.us-federal-agency': 'US federal agencies',
  'audience.us-federal-contractor': 'US federal contractors',
  'audience.us-defense-contractor': 'US defence contractors',
  'audience.us-state-TX': 'agencies of the State of Texas',
  'audience.eu': 'organisations subject to EU law',
  'audience.financial-eu': 'EU financial entities',
  'audience.gb': 'organisations subject to UK law',
  'audience.au': 'Australian government entities',
  'audience.tw': 'Taiwanese government agencies',

  'concern.government-access': 'access by authorities',
  'concern.data-residency': 'data residency',
  'concern.ip-theft': 'intellectual property',
  'concern.service-cutoff': 'service cut-off',
  'concern.supply-chain-integrity': 'supply-chain integrity',
  'concern.regulatory-prohibition': 'prohibition',
  'concern.regulatory-listing': 'listing',
  'concern.regulatory-review': 'review',
  'concern.ai-data-use': 'use of data by AI services',

  'definition.government-access':
    'An authority can lawfully require the provider or operator to give access to customer data, possibly without telling the customer.',
  'definition.data-residency':
    'Where data is stored, or from where it is reached, puts it under a regime that restricts or forces transfer.',
  'definition.ip-theft': 'Trade secrets or source code could be taken through the provider.',
  'definition.service-cutoff':
    'The provider can be ordered, or can choose, to stop the service or to block logins.',
  'definition.supply-chain-integrity':
    'The product, its updates or the handling of its vulnerabilities can be influenced.',
  'definition.regulatory-prohibition':
    'Using, buying or contracting is forbidden to those whom an act binds.',
  'definition.regulatory-listing':
    'A list names the vendor, its group or its country; it forbids only what its act says, to those whom it binds.',
  'definition.regulatory-review': 'An authority reviews, proposes or litigates; no rule binds yet.',
  'definition.ai-data-use':
    'Prompts, files or logs that are sent to an AI service may be kept in a jurisdiction or used for training.',

  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.information': 'information',
  'severity.hint': 'hint',
} as const;
