#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runWithCodeCache } from '../node/code-cache.ts';

/** The command line as it is installed: starts the program that lies beside it, which `main.ts` was bundled to. */
runWithCodeCache(fileURLToPath(new URL('program.cjs', import.meta.url)), process.env);
