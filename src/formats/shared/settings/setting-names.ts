/** What the name of a setting says about its value, whatever the template's language. Names are given in snake case. */

export { isEnvironmentName, isImageName, isRegionName } from '../hcl/attribute-names.ts';

/** `AvailabilityZone`, `availability-zone` and `availability.zone` are `availability_zone`. */
export function snakeCase(name: string): string {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[.-]/g, '_')
    .replace(/__+/g, '_')
    .toLowerCase();
}

/** Prose: a host in it is no use of the host. */
export function isProseSetting(name: string): boolean {
  return PROSE.test(name);
}

const PROSE =
  /^(?:description|error_message|constraint_description|display_name|documentation|summary|label|title|comments?|author|copyright|license)$/;

/** Shell scripts and commands. */
export function isScriptSetting(name: string): boolean {
  return SCRIPT.test(name);
}

const SCRIPT =
  /^(?:user_data|custom_data|script|inline_script|script_content|command_content|commands?|cmd|run|entry_?point|command_to_execute|start_?up_script|build_command|start_command|test)$/;

/** Lists of `{ name, value }` that become environment variables, besides those that are called so. */
export function isSettingList(name: string): boolean {
  return /^(?:app_settings|secrets)$/.test(name);
}
