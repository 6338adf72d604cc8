/** A command that runs in a folder, from the one around it. */
export function inFolder(folder: string, command: string): string {
  return folder === '' ? command : `(cd ${quoted(folder)} && ${command})`;
}

/** As one word of a shell: paths and names are a repository's. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
