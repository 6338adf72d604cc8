// @ts-check
/**
 * Runs the VS Code server in this process and ends the whole process group when the starter is gone: a
 * killed test runner cannot clean up after itself.
 *
 * Usage: node server-child.mjs <server-main.js> <switches of the server ...>
 */
import { pathToFileURL } from 'node:url';

const starter = process.ppid;
setInterval(() => {
  if (process.ppid !== starter) process.kill(-process.pid, 'SIGKILL');
}, 1000).unref();

const main = process.argv[2] ?? '';
process.argv.splice(1, 2, main);
await import(pathToFileURL(main).href);
