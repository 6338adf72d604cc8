import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds `dist/` from the sources, generated ones included: the command line of a checkout, whose parts are chunks that
 * are loaded when they are needed; the extension's client and server, a file each, and in `dist/web` the same for
 * browsers; and in `dist/npm` the command line as one file, for its npm package. `out/bundled-files.json` says what went
 * into each product.
 */

const COMMAND_LINE = { cli: 'src/cli/main.ts' };

const SERVER = { server: 'src/server/node.ts' };

const EXTENSION = { extension: 'src/client/node.ts' };

/** The same for browsers, where everything of a worker must be one file. */
const WEB_EXTENSION = { extension: 'src/client/browser.ts' };
const WEB_SERVER = { server: 'src/server/browser.ts' };

const NPM_PROGRAM = { 'vendor-diligence': 'src/cli/main.ts' };

const WASM_FILES = [
  'web-tree-sitter/web-tree-sitter.wasm',
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
];

/** Dependencies in CommonJS call `require` for Node's own modules, which an ES module does not have. */
const REQUIRE_BANNER =
  "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);";

/** The files that each product has bytes of, relative to this folder. */
const bundledFiles = { extension: new Set(), npm: new Set() };

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/npm', { recursive: true });
await build({
  ...program(),
  entryPoints: existing(COMMAND_LINE),
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
});
await build({ ...program(), entryPoints: existing(SERVER), plugins: plugins('extension') });
await build({
  ...common(),
  entryPoints: existing(EXTENSION),
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  plugins: plugins('extension'),
});
await build({
  ...program(),
  outdir: 'dist/npm',
  entryPoints: existing(NPM_PROGRAM),
  plugins: plugins('npm'),
});
await build({
  ...web(),
  entryPoints: WEB_EXTENSION,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  plugins: plugins('extension'),
});
await build({ ...web(), entryPoints: WEB_SERVER, format: 'iife', plugins: plugins('extension') });
copyWasmFiles('dist', 'extension');
copyWasmFiles('dist/npm', 'npm');
chmodSync('dist/cli.mjs', 0o755);
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

function existing(entryPoints) {
  return Object.fromEntries(Object.entries(entryPoints).filter(([, path]) => existsSync(path)));
}

/** Not executable as in one of the packages: the mode is part of an archive. */
function copyWasmFiles(folder, product) {
  for (const file of WASM_FILES) {
    const copy = `${folder}/${file.slice(file.lastIndexOf('/') + 1)}`;
    copyFileSync(`node_modules/${file}`, copy);
    chmodSync(copy, 0o644);
    bundledFiles[product].add(`node_modules/${file}`);
  }
}

function writeBundledFiles() {
  const lists = Object.entries(bundledFiles).map(([product, files]) => [product, [...files].sort()]);
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bundled-files.json', JSON.stringify(Object.fromEntries(lists)));
}
