import picomatch from 'picomatch';

const compiled = new Map<string, (text: string) => boolean>();

/** Whether `text` as a whole matches the glob (`*`, `**`, `?`, `{a,b}`; https://github.com/micromatch/picomatch). */
export function matchesGlob(pattern: string, text: string): boolean {
  let test = compiled.get(pattern);
  if (!test) {
    test = picomatch(pattern, { dot: true });
    compiled.set(pattern, test);
  }
  return test(text);
}
