import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  chooseQuickFix,
  closeHover,
  closeProblemsPanel,
  hoverSquiggle,
  notification,
  openFile,
  problemsPanel,
  quickFixMenu,
  runCommand,
  screenshot,
  squiggles,
  statusBarText,
  withWindow,
} from '../host/browser.mjs';
import { packageExtension } from './package-extension.ts';

/**
 * Takes pictures of what people see, with the packed extension in a real VS Code, in the dark and the light theme: into
 * `test/artifacts`. `--readme` puts the README's picture into `media` as well.
 */
const root = join(import.meta.dirname, '..', '..');
const artifacts = join(root, 'test', 'artifacts');
const folder = mkdtempSync(join(tmpdir(), 'vds-'));
try {
  const packages = [packageExtension(folder), packageColours()];
  await takePictures('dark', 'Dark 2026', packages);
  await takePictures('light', 'Light 2026', packages);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (process.argv.includes('--readme'))
  copyFileSync(join(artifacts, 'hover-dark.png'), join(root, 'media', 'hover.png'));

/** A small extension that colours Terraform: the VS Code of the tests has no colours for it. */
function packageColours(): string {
  const file = join(folder, 'terraform-colours.vsix');
  const vsce = [
    'vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--out',
    file,
  ];
  execFileSync('npx', vsce, {
    cwd: join(import.meta.dirname, 'fixtures', 'terraform-colours'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return file;
}

async function takePictures(name: string, theme: string, vsix: string[]): Promise<void> {
  const example = join(folder, name, 'shop');
  cpSync(join(root, 'test', 'example'), example, { recursive: true });
  const options = {
    vsix,
    folder: example,
    viewport: { width: 1280, height: 800 },
    scale: 2,
    settings: { 'workbench.colorTheme': theme, 'git.enabled': false },
  };
  await withWindow(options, async page => {
    const take = (step: string) => screenshot(page, join(artifacts, `${step}-${name}.png`));
    await tour(page, take);
  });
}

async function tour(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await openFile(page, 'infra/main.tf');
  await squiggles(page, 'warning').first().waitFor({ state: 'attached' });
  await take('findings');
  await hoverSquiggle(page, { text: 'alicloud' }, /Why am I seeing this/);
  await take('hover');
  await closeHover(page);
  await hoverSquiggle(page, { text: 'alicloud_vpc' }, /Why am I seeing this/);
  await take('hover-occurrence');
  await closeHover(page);
  await quickFixMenu(page, { text: 'cn-north-1' });
  await take('quick-fix');
  await chooseQuickFix(page, 'Change region to');
  await squiggles(page, 'warning').nth(2).waitFor({ state: 'detached' });
  await take('quick-fix-applied');
  await runCommand(page, 'Vendor Diligence: Scan Workspace');
  await notification(page, /warnings? in/);
  await page.locator('.notification-toast').filter({ hasText: 'scanning' }).waitFor({ state: 'detached' });
  await take('scan');
  await runCommand(page, 'Notifications: Clear All Notifications');
  await problemsPanel(page, /Alibaba/);
  await take('problems');
  await closeProblemsPanel(page);
  await statusBarText(page, /^\s*\d+/);
}
