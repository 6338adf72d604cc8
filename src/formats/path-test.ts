import picomatch from 'picomatch';

/** Whether a file is meant, by its path and its last segment. */
export type PathTest = (path: string, name: string) => boolean;

/**
 * The test of a format's pattern; one without a slash is about the file's name, as in `.gitignore`. Nearly all patterns
 * have one of a few forms that need no regular expression: making one for each at every start costs more than the rest of
 * telling files apart.
 */
export function pathTest(pattern: string): PathTest {
  if (/^[^?{}[\]()!+@|/\\]+$/.test(pattern) && !pattern.includes('**')) return nameTest(pattern.split('*'));
  const [, folder, depth, ending] = IN_FOLDER.exec(pattern) ?? [];
  if (folder !== undefined && ending !== undefined) return folderTest(folder, depth !== undefined, ending);
  const tail = LITERAL_TAIL.exec(pattern)?.[1];
  if (tail !== undefined) return path => path === tail || path.endsWith(`/${tail}`);
  return globTest(pattern);
}

/** A folder at any depth, perhaps any folders below it, and files that end in something. */
const IN_FOLDER = /^\*\*\/([\w./-]+)\/(\*\*\/)?\*(\.[\w.-]+)$/;

const LITERAL_TAIL = /^\*\*\/([\w./-]+)$/;

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

function folderTest(folder: string, anyDepth: boolean, ending: string): PathTest {
  const inside = `/${folder}/`;
  return (path, name) => {
    if (!name.endsWith(ending)) return false;
    const above = `/${path.slice(0, path.length - name.length)}`;
    return anyDepth ? above.includes(inside) : above.endsWith(inside);
  };
}

function globTest(pattern: string): PathTest {
  let matches: ((text: string) => boolean) | undefined;
  const isAboutPath = pattern.includes('/');
  return (path, name) => {
    matches ??= picomatch(pattern, { dot: true });
    return matches(isAboutPath ? path : name);
  };
}
