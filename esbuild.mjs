import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds `dist/` from the sources, generated ones included: the command line and the server, which share chunks,
 * and the extension's client. What the sources load when it is needed (`import()`) is a chunk of its own, so
 * that starting costs little.
 */

const PROGRAMS = { cli: 'src/cli/main.ts', server: 'src/server/node.ts' };

const EXTENSION = { extension: 'src/client/extension.ts' };

const WASM_FILES = [
  'web-tree-sitter/web-tree-sitter.wasm',
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
];

/** Dependencies in CommonJS call `require` for Node's own modules, which an ES module does not have. */
const REQUIRE_BANNER =
  "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);";

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
await build({
  ...common(),
  entryPoints: existing(PROGRAMS),
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: REQUIRE_BANNER },
});
await build({
  ...common(),
  entryPoints: existing(EXTENSION),
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
});
copyWasmFiles();
chmodSync('dist/cli.mjs', 0o755);

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
    plugins: [slimManifest()],
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

function copyWasmFiles() {
  for (const file of WASM_FILES) {
    copyFileSync(`node_modules/${file}`, `dist/${file.slice(file.lastIndexOf('/') + 1)}`);
  }
}
