#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runWithCodeCache } from '../node/code-cache.ts';
import { boundHeapGrowth } from '../node/heap-growth.ts';
import { optimiseLater } from '../node/optimise-later.ts';

/** The command line as it is installed: starts the program that lies beside it, which `main.ts` was bundled to. */
optimiseLater(process.versions.v8);
boundHeapGrowth(process.versions.v8);
runWithCodeCache(fileURLToPath(new URL('program.cjs', import.meta.url)), process.env);
