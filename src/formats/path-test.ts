import picomatch from 'picomatch';

/** Whether a file is meant, by its path and its last segment. */
export type PathTest = (path: string, name: string) => boolean;

/** Names in which no dot stands, but perhaps at the end. */
export const WITHOUT_ENDING = '!(*.*)';

/**
 * The test of a format's pattern; one without a slash is about the file's name, as in `.gitignore`. Nearly all patterns
 * have one of a few forms that need no regular expression: making one for each at every start costs more than the rest of
 * telling files apart.
 */
export function pathTest(pattern: string): PathTest {
  if (pattern === WITHOUT_ENDING) return (_path, name) => isWithoutEnding(name);
  const names = spellOut(pattern);
  if (names.every(name => WILD_NAME.test(name))) return anyOf(names.map(name => nameTest(name.split('*'))));
  const { folder, between, name } = IN_FOLDER.exec(pattern)?.groups ?? {};
  if (folder !== undefined && name !== undefined)
    return folderTest(folder, between, nameTest(name.split('*')));
  const anywhere = ANYTHING_IN_FOLDER.exec(pattern)?.[1];
  if (anywhere !== undefined) return anythingTest(anywhere);
  const tail = LITERAL_TAIL.exec(pattern)?.[1];
  if (tail !== undefined) return path => path === tail || path.endsWith(`/${tail}`);
  return globTest(pattern);
}

function isWithoutEnding(name: string): boolean {
  const dot = name.indexOf('.');
  return dot < 0 || dot === name.length - 1;
}

const WILD_NAME = /^(?!.*\*\*)[^?{}[\]()!+@|/\\]+$/;

/** A folder at any depth, perhaps one folder or any folders below it, and names of files. */
const IN_FOLDER = /^\*\*\/(?<folder>[\w./-]+)\/(?<between>\*\*?\/)?(?<name>[\w.-]*\*[\w.-]+)$/;

const ANYTHING_IN_FOLDER = /^\*\*\/([\w.-]+)\/\*\*$/;

const LITERAL_TAIL = /^\*\*\/([\w./-]+)$/;

/** A pattern for each of the characters of its classes, as in `values[-_.]*.yaml`. */
function spellOut(pattern: string): string[] {
  const [, before = '', characters, after = ''] = /^([^[\]]*)\[(-?[A-Za-z_.]+-?)\](.*)$/.exec(pattern) ?? [];
  if (characters === undefined) return [pattern];
  return [...characters].flatMap(each => spellOut(before + each + after));
}

function anyOf(tests: readonly PathTest[]): PathTest {
  const [first] = tests;
  return first && tests.length === 1 ? first : (path, name) => tests.some(test => test(path, name));
}

/** `parts` stand between the stars of a pattern. */
function nameTest(parts: readonly string[]): PathTest {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const between = parts.slice(1, -1);
  if (parts.length === 1) return (_path, name) => name === first;
  return (_path, name) => {
    const end = name.length - last.length;
    if (end < first.length || !name.startsWith(first) || !name.endsWith(last)) return false;
    let at = first.length;
    for (const part of between) {
      const found = name.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= end;
  };
}

/** Asked dozens of times for every YAML file of a tree: it makes no strings. */
function folderTest(folder: string, between: string | undefined, isNamed: PathTest): PathTest {
  const first = `${folder}/`;
  const inside = `/${first}`;
  const endsInFolder = (path: string, end: number): boolean =>
    path.endsWith(inside, end) || (end === first.length && path.startsWith(first));
  return (path, name) => {
    if (!isNamed(path, name)) return false;
    const end = path.length - name.length;
    if (between === '**/') return path.startsWith(first) || path.includes(inside);
    return endsInFolder(path, between === '*/' ? path.lastIndexOf('/', end - 2) + 1 : end);
  };
}

/** A file of the folder's name is meant, too. */
function anythingTest(folder: string): PathTest {
  const first = `${folder}/`;
  const inside = `/${first}`;
  return (path, name) => path.startsWith(first) || path.includes(inside) || name === folder;
}

function globTest(pattern: string): PathTest {
  let matches: ((text: string) => boolean) | undefined;
  const isAboutPath = pattern.includes('/');
  return (path, name) => {
    matches ??= picomatch(pattern, { dot: true });
    return matches(isAboutPath ? path : name);
  };
}
