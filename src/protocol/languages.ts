/**
 * Language ids of VS Code whose files some format may claim, and the name under which a document that was never saved
 * is read: it has a language but no name yet. Opening one of these languages starts the extension.
 */
export const UNTITLED_NAMES: Readonly<Record<string, string>> = {
  dockercompose: 'compose.yaml',
  dockerfile: 'Dockerfile',
  json: 'untitled.json',
  terraform: 'untitled.tf',
  yaml: 'untitled.yaml',
};

/** The language of rulesets: JSON with comments that the server completes, explains and checks. */
export const RULESET_LANGUAGE = 'vendor-diligence-ruleset';

/** How the names of ruleset files end; the whole name is that of a repository's own. */
export const RULESET_ENDING = '.vendor-diligence.jsonc';
