import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds `dist/` from the sources, generated ones included: the extension's client and server, a file each, and in
 * `dist/web` the same for browsers; and in `dist/npm` the command line, one file and a small one that starts it.
 * `out/bundled-files.json` says what went into each product.
 */

const SERVER = { server: 'src/server/node.ts' };

const EXTENSION = { extension: 'src/client/node.ts' };

/** The same for browsers, where everything of a worker must be one file. */
const WEB_EXTENSION = { extension: 'src/client/browser.ts' };
const WEB_SERVER = { server: 'src/server/browser.ts' };

/** A script, which V8's compiled code can be kept of (`src/node/code-cache.ts`), and what starts it. */
const COMMAND_LINE = { program: 'src/cli/main.ts' };
const SEARCH_WORKER = { 'search-worker': 'src/cli/search-worker.ts' };
const LAUNCHER = { 'vendor-diligence': 'src/cli/launch.ts' };
/** Generated data, most of which most runs need not read. */
const DATA = readdirSync('src/catalog/generated').map(file => `src/catalog/generated/${file}`);

/** Dependencies in CommonJS call `require` for Node's own modules, which an ES module does not have. */
const REQUIRE_BANNER =
  "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);";

/** The files that each product has bytes of, relative to this folder. */
const bundledFiles = { extension: new Set(), npm: new Set() };

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/npm', { recursive: true });
await build({ ...program(), entryPoints: SERVER, plugins: plugins('extension') });
await build({
  ...common(),
  entryPoints: EXTENSION,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  plugins: plugins('extension'),
});
await build({
  ...wrapped(script()),
  entryPoints: COMMAND_LINE,
  plugins: [besideTheProgram(), ...plugins('npm')],
});
await build({ ...script(), entryPoints: SEARCH_WORKER, plugins: plugins('npm') });
mkdirSync('dist/npm/data');
for (const file of DATA) await writeData(file);
await build({ ...program(), outdir: 'dist/npm', entryPoints: LAUNCHER, plugins: plugins('npm') });
await build({
  ...web(),
  entryPoints: WEB_EXTENSION,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  plugins: plugins('extension'),
});
await build({ ...web(), entryPoints: WEB_SERVER, format: 'iife', plugins: plugins('extension') });
chmodSync('dist/npm/vendor-diligence.mjs', 0o755);
writeBundledFiles();

function program() {
  return {
    ...common(),
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    banner: { js: REQUIRE_BANNER },
  };
}

/**
 * The module in its wrapper, as `src/node/code-cache.ts` takes it.
 * @param {ReturnType<typeof script>} options
 */
function wrapped(options) {
  const { js } = options.banner;
  return {
    ...options,
    banner: { js: `(function (exports, require, module, __filename, __dirname) {${js}` },
    footer: { js: '})' },
  };
}

/** CommonJS modules of the command line. */
function script() {
  return {
    ...common(),
    outdir: 'dist/npm',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // A script has nothing to ask for other modules but `require`.
    supported: { 'dynamic-import': false },
    banner: { js: "const _url=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': '_url' },
    alias: {
      ...common().alias,
      'web-tree-sitter': resolve('node_modules/web-tree-sitter/web-tree-sitter.cjs'),
    },
  };
}

function common() {
  return {
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    // The ES module of a package where it has one: its parts that nobody uses are left out.
    mainFields: ['module', 'main'],
    // The build for Node looks at the environment for every token; the one for browsers is the same without that.
    alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
    minify: true,
    logLevel: 'warning',
    metafile: true,
    plugins: plugins(),
  };
}

/** @param {keyof bundledFiles} [product] */
function plugins(product) {
  return product ? [slimManifest(), rememberFiles(bundledFiles[product])] : [slimManifest()];
}

/** Writes what a generated module exports as JSON, which is read in half the time that the module takes. */
async function writeData(file) {
  const { outputFiles } = await build({
    ...common(),
    entryPoints: [file],
    format: 'esm',
    write: false,
    plugins: plugins('npm'),
  });
  const [{ contents }] = outputFiles;
  const data = await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`);
  writeFileSync(`dist/npm/data/${basename(file, '.ts')}.json`, ascii(JSON.stringify(data)));
}

/** V8 keeps any other text in twice the memory. */
function ascii(json) {
  return json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What is generated and loaded when it is needed stays a file of its own. */
function besideTheProgram() {
  return {
    name: 'beside-the-program',
    setup({ onResolve }) {
      onResolve({ filter: /\/generated\/[\w-]+\.ts$/ }, ({ path, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        return { path: `./data/${basename(path, '.ts')}.json`, external: true };
      });
    },
  };
}

/** Adds the files that something of is in the outputs: a file that is read but not used has no bytes there. */
function rememberFiles(files) {
  return {
    name: 'remember-files',
    setup({ onEnd }) {
      onEnd(({ metafile }) => {
        for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
          for (const [file, { bytesInOutput }] of Object.entries(inputs))
            if (bytesInOutput > 0) files.add(file);
        }
      });
    },
  };
}

function web() {
  return {
    ...common(),
    outdir: 'dist/web',
    platform: 'browser',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
  };
}

/** Of the manifest, programs need its name and version only. */
function slimManifest() {
  const manifest = resolve('package.json');
  return {
    name: 'slim-manifest',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
        if (path !== manifest) return undefined;
        const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
        return { contents: JSON.stringify({ name, version }), loader: 'json' };
      });
    },
  };
}

function writeBundledFiles() {
  const lists = Object.entries(bundledFiles).map(([product, files]) => [product, [...files].sort()]);
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bundled-files.json', JSON.stringify(Object.fromEntries(lists)));
}
