import { viewPage } from '../html/view-page.ts';
import type { Language } from '../language.ts';
import type { Document } from './document.ts';
import { documentHtml } from './document-html.ts';

/**
 * A document as a page for a web view. It loads nothing: its only style and script are its own, let through by `nonce`
 * (letters and digits, new for every page).
 * @throws RangeError for any other nonce, because it could end the policy.
 */
export function documentPage(document: Document, title: string, { tag }: Language, nonce: string): string {
  const body = `<main>\n${documentHtml(document)}\n</main>`;
  return viewPage({ title, tag, nonce, style: STYLE, body });
}

/** Only the theme's own colours: what is no variable is a fallback for themes that lack it. */
const STYLE = `
body {
  color: var(--vscode-editor-foreground, var(--vscode-foreground));
  background: var(--vscode-editor-background);
  font-family: var(--vscode-font-family, sans-serif);
  font-size: var(--vscode-font-size, 13px);
  line-height: 1.5;
  padding: 0 24px 48px;
}
main { max-width: 980px; margin: 0 auto; }
h1 { font-size: 1.9em; font-weight: 600; margin: 28px 0 8px; }
h2 {
  font-size: 1.25em; font-weight: 600; margin: 32px 0 10px; padding-bottom: 4px;
  border-bottom: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, currentColor)));
}
h3 { font-size: 1em; font-weight: 600; margin: 14px 0 4px; }
p { margin: 6px 0; }
.quiet { color: var(--vscode-descriptionForeground); }
code {
  font-family: var(--vscode-editor-font-family, monospace); font-size: 0.95em;
  color: inherit; background: none; padding: 0; overflow-wrap: anywhere;
}
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
dl { display: grid; grid-template-columns: minmax(8em, max-content) 1fr; gap: 4px 20px; margin: 8px 0; }
dt { color: var(--vscode-descriptionForeground); }
dd { margin: 0; }
ul, ol { margin: 8px 0; padding-left: 2.6em; }
ul { padding-left: 1.4em; }
li { margin: 3px 0; }
ol > li { margin: 14px 0; padding-left: 4px; }
ol > li::marker { font-weight: 600; font-variant-numeric: tabular-nums; }
li p { margin: 2px 0; }
li p.head { font-weight: 600; }
button {
  font: inherit; cursor: pointer; border-radius: 2px; padding: 2px 10px;
  color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent));
}
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button.place {
  padding: 0; border: none; background: none; min-width: 5em; text-align: left;
  font-variant-numeric: tabular-nums; color: var(--vscode-textLink-foreground);
}
button.place:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
figure { margin: 12px 0 4px; overflow-x: auto; }
figcaption { margin-top: 8px; }
svg { display: block; width: 100%; min-width: 640px; height: auto; font-size: 12px; }
svg text { fill: currentColor; font-family: var(--vscode-font-family, sans-serif); }
svg text.year { fill: var(--vscode-descriptionForeground); font-size: 11px; }
svg line { stroke: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, currentColor))); }
svg line.year { stroke-dasharray: 2 4; opacity: 0.6; }
svg .mark circle { fill: var(--vscode-badge-background); stroke: var(--vscode-contrastBorder, var(--vscode-badge-background)); stroke-width: 1.5; }
svg .mark text { fill: var(--vscode-badge-foreground); font-size: 11px; font-weight: 600; }
svg .mark.history circle { fill: var(--vscode-editor-background); stroke: var(--vscode-descriptionForeground); stroke-dasharray: 3 2; }
svg .mark.history text { fill: var(--vscode-editor-foreground, currentColor); font-weight: 400; }
@media (forced-colors: active) { svg .mark circle { stroke: CanvasText; } }
`;
