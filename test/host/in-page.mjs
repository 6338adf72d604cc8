/**
 * Functions that run in the browser page. Alone in this file, because only here the page's types hold;
 * hence no ts-check comment either: `tsconfig.json` of this folder checks it.
 */

/**
 * Changes the workbench's configuration as soon as it has been parsed and before the workbench reads it.
 * @param {Record<string, unknown>} patch
 * @returns {void}
 */
export function patchDevelopmentOptions(patch) {
  const observer = new MutationObserver(() => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element) return;
    observer.disconnect();
    const settings = JSON.parse(element.getAttribute('data-settings') ?? '{}');
    settings.developmentOptions = { ...settings.developmentOptions, ...patch };
    element.setAttribute('data-settings', JSON.stringify(settings));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/**
 * The lines of the active editor that are scrolled into view, from the top, as text.
 * @returns {string}
 */
export function visibleEditorText() {
  const selector = '.editor-group-container.active .monaco-editor .view-line';
  return [...document.querySelectorAll(selector)]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
    .map(line => (line.textContent ?? '').replaceAll('\u00a0', ' '))
    .join('\n');
}

/**
 * The centre of a text in the active editor. A line is many elements, one per token, and blanks are
 * non-breaking.
 * @param {{ text: string, index: number }} wanted
 * @returns {{ x: number, y: number } | null}
 */
export function centreOfText({ text, index }) {
  const selector = '.editor-group-container.active .monaco-editor .view-line';
  const lines = [...document.querySelectorAll(selector)].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  let left = index;
  for (const line of lines) {
    const content = (line.textContent ?? '').replaceAll('\u00a0', ' ');
    for (let start = content.indexOf(text); start >= 0; start = content.indexOf(text, start + 1)) {
      if (left-- > 0) continue;
      const box = rangeIn(line, start, start + text.length).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return null;

  /**
   * Inside, because the page gets this function alone.
   * @param {Element} line
   * @param {number} start
   * @param {number} end
   */
  function rangeIn(line, start, end) {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const after = before + (node.textContent?.length ?? 0);
      if (start >= before && start < after) range.setStart(node, start - before);
      if (end > before && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    return range;
  }
}
