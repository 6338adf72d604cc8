/** The look of the HTML report, in terms of the colours that one of the sets below gives. */
const RULES = `
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 62rem; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; overflow-wrap: anywhere; font-family: ui-monospace, monospace; }
.headline { font-size: 1.15rem; margin: .25rem 0; }
.meta, .place, .rule, .count, small { color: var(--soft); }
.count { font-weight: normal; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1.5rem 2.5rem; margin-top: 1.5rem; align-items: start; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
.chart th { text-align: left; font-weight: normal; width: 45%; padding: .1rem .75rem .1rem 0; overflow-wrap: break-word; hyphens: auto; }
.chart td { padding: .1rem 0; }
.chart .number { text-align: right; width: 3.5rem; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 100%; height: .7rem; }
.bar rect { fill: var(--bar); }
article { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .75rem 0 1.25rem; break-inside: avoid; }
article p { margin: .2rem 0; overflow-wrap: anywhere; }
article dl { display: grid; grid-template-columns: max-content 1fr; column-gap: .9rem; margin: .3rem 0; color: var(--soft); }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
.severity { font-weight: 600; }
.error { color: var(--error); } .warning { color: var(--warning); } .information { color: var(--information); } .hint { color: var(--hint); }
pre { background: var(--code); padding: .5rem .75rem; margin: .4rem 0; overflow-x: auto; border-radius: 4px; }
code { font: 13px/1.45 ui-monospace, monospace; }
mark { background: var(--mark); color: inherit; }
th { font-weight: 600; }
.evidence th, .evidence td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-top: 1px solid var(--line);
  overflow-wrap: break-word; hyphens: auto; }
.evidence th:first-child { width: 34%; } .evidence td:last-child { padding-right: 0; }
@media (max-width: 48rem) { .evidence thead { display: none; } .evidence tr { display: block; padding: .6rem 0; border-top: 1px solid var(--line); }
  .evidence td { display: block; border: none; padding: .1rem 0; } .evidence td[data-label]::before { content: attr(data-label) "\\2002 "; color: var(--soft); } }
time { white-space: nowrap; }
a { color: var(--information); }
@page { margin: 15mm; }
@media print { body { max-width: none; padding: 0; font-size: 11px; } pre { white-space: pre-wrap; }
  .bar, mark, pre { print-color-adjust: exact; } h3 { break-after: avoid; } tr { break-inside: avoid; } }
`;

/** The reader's own fonts, light or dark as the reader has it, and paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --page: #ffffff; --code: #f6f8fa;
  --bar: #4f6bb0; --mark: #fff1c2; --error: #b3261e; --warning: #8a5a00; --information: #1f5fa8; --hint: #59636e; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --page: #15181d;
  --code: #1f242b; --bar: #7d97d9; --mark: #5a4a12; --error: #ff8f87; --warning: #e3b04b; --information: #79b0f2;
  --hint: #9198a1; } }
${RULES}`;

/** The colours and fonts of the editor's theme; what is no variable is a fallback for themes that lack it. */
export const VIEW_STYLE = `
:root { --ink: var(--vscode-editor-foreground, var(--vscode-foreground)); --soft: var(--vscode-descriptionForeground);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, currentColor)));
  --page: var(--vscode-editor-background); --code: var(--vscode-textCodeBlock-background);
  --bar: var(--vscode-charts-blue); --mark: var(--vscode-editor-findMatchHighlightBackground);
  --error: var(--vscode-problemsErrorIcon-foreground); --warning: var(--vscode-problemsWarningIcon-foreground);
  --information: var(--vscode-problemsInfoIcon-foreground); --hint: var(--vscode-descriptionForeground); }
${RULES}
body { font-family: var(--vscode-font-family, sans-serif); font-size: var(--vscode-font-size, 13px); }
h3, code { font-family: var(--vscode-editor-font-family, monospace); }
code { color: inherit; background: none; padding: 0; }
pre { border: 1px solid var(--vscode-contrastBorder, transparent); }
mark { outline: 1px solid var(--vscode-contrastActiveBorder, transparent); }
a { color: var(--vscode-textLink-foreground); }
.note { color: var(--soft); }
button.place { font: inherit; font-variant-numeric: tabular-nums; padding: 0; border: none; background: none; cursor: pointer;
  color: var(--vscode-textLink-foreground); }
button.place:hover { text-decoration: underline; }
a:focus-visible, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
