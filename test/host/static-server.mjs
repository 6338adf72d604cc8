// @ts-check
/** A read-only file server for one page on this machine. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** What a browser refuses to take without its right type. */
const contentTypes = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
});

/**
 * @typedef {object} StaticServer
 * @property {string} authority `127.0.0.1:<port>`
 * @property {() => Promise<void>} close
 */

/**
 * Serves folders to pages of any origin.
 * @param {Record<string, string>} mounts start of the address, as in `/name` → absolute folder; the longest
 *   start that fits decides
 * @returns {Promise<StaticServer>}
 */
export async function serveFolders(mounts) {
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const file = await findFile(mounts, request.url ?? '/');
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream' });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the file server has no port');
  return {
    authority: `127.0.0.1:${address.port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Record<string, string>} mounts
 * @param {string} url
 * @returns {Promise<string | undefined>}
 */
async function findFile(mounts, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const [mount] = Object.keys(mounts)
    .filter(start => path.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length);
  if (mount === undefined) return undefined;
  const folder = normalize(mounts[mount] ?? '');
  const file = join(folder, path.slice(mount.length));
  if (!file.startsWith(folder + sep)) return undefined;
  const stats = await stat(file).catch(() => undefined);
  return stats?.isFile() ? file : undefined;
}
