/** What the name of an attribute says about its value, whatever the provider. */

/** `region`, `zone_ids`, `availability_zone`, `peer_region_id`, `multi_region`, `storage_location`, … */
export function isRegionName(name: string): boolean {
  return REGION.test(name) && !OTHER_ZONE.test(name);
}

const REGION = /(?:^|_)(?:regions?|locations?|zones?|azs?)(?:_(?:ids?|names?|codes?|hints?))?$/;

/** Zones of name servers, clocks and firewalls. */
const OTHER_ZONE =
  /(?:^|_)(?:hosted|dns|private|public|parent|forward|reverse|lookup|time|security|firewall)_zones?(?:_|$)/;

/** Attributes that hold a container image. An `image_id` is a virtual machine's. */
export function isImageName(name: string): boolean {
  return IMAGE.test(name);
}

const IMAGE = /^(?:image|(?:.+_)?(?:image_uri|image_url|container_image|docker_image))$/;

/** Maps whose keys are the names of environment variables. */
export function isEnvironmentName(name: string): boolean {
  return ENVIRONMENT.test(name);
}

const ENVIRONMENT = /^(?:env|env_vars|env_variables|environment|environment_variables)$/;

/** In the block of a provider or backend, a separate part of a cloud: `partition = "aws-cn"`, `environment = "china"`. */
export function isPartitionName(name: string): boolean {
  return PARTITION.test(name);
}

const PARTITION = /^(?:partition|environment)$/;

/** Prose: a host in it is no use of the host. */
export function isProseName(name: string): boolean {
  return PROSE.test(name);
}

const PROSE = /^(?:description|error_message)$/;

/** What a machine does at its first start: a script, or a cloud-config. In a map of metadata also with hyphens. */
export function isStartUpName(name: string): boolean {
  return START_UP.test(name);
}

const START_UP =
  /^(?:user[_-]data(?:_base64|_raw)?|custom_data|(?:metadata_)?start_?up[_-]script|vendor[_-]data|cloud_?init(?:_config)?)$/;
