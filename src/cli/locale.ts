/**
 * The locale to speak: what the command line asks for, else what the environment says, in the order of
 * https://www.gnu.org/software/gettext/manual/html_node/Locale-Environment-Variables.html.
 */
export function localeFor(
  asked: string | undefined,
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return asked ?? [LC_ALL, LC_MESSAGES, LANG].find(value => value !== undefined && value !== '');
}
