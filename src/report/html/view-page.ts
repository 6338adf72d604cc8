import { escapeXml } from '../escape-xml.ts';

/** A page that an editor shows in a web view. */
export interface ViewPage {
  readonly title: string;
  /** Of the page's language. */
  readonly tag: string;
  /** Letters and digits, new for every page. */
  readonly nonce: string;
  readonly style: string;
  /** HTML whose buttons have `data-place` (a number) or `data-command` (a name). */
  readonly body: string;
}

/**
 * The page as HTML. It loads nothing: its only style and script are its own, let through by the nonce.
 * @throws RangeError for a nonce that is anything else than 16 to 128 letters and digits, because it could end the policy.
 */
export function viewPage({ title, tag, nonce, style, body }: ViewPage): string {
  if (!/^[A-Za-z0-9]{16,128}$/.test(nonce)) throw new RangeError('A nonce is 16 to 128 letters and digits.');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>
`;
}

/** Passes on which button was pressed: the number of a place or the name of a command, nothing else. */
const SCRIPT = `
const vscode = acquireVsCodeApi();
document.addEventListener('click', event => {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (!button) return;
  const { place, command } = button.dataset;
  if (place !== undefined) vscode.postMessage({ place: Number(place) });
  else if (command !== undefined) vscode.postMessage({ command });
});
`;
