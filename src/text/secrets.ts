/**
 * Does a text look like a state or a plan of Terraform or OpenTofu, as far as its beginning tells? These hold the
 * values of everything, secrets too (https://developer.hashicorp.com/terraform/language/state/sensitive-data).
 */
export function isTerraformState(head: string): boolean {
  return VERSION.test(head) && KIND.test(head);
}

const VERSION = /"terraform_version"\s*:\s*"/;
const KIND = /"(?:format_version|serial|lineage|planned_values)"\s*:/;

/** Must nothing of a text be shown but what a finding is about? */
export function holdsSecrets(text: string): boolean {
  return /^\s*\{/.test(text) && isTerraformState(text.slice(0, HEAD_LENGTH));
}

const HEAD_LENGTH = 2000;
