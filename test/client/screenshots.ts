import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packageExtension } from '../../src/tools/pack.ts';
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
  treeRow,
  webview,
  withWindow,
} from '../host/browser.mjs';

/**
 * Takes pictures of what people see, with the packed extension in a real VS Code, in the dark and the light theme, and of
 * the explanations in the high-contrast theme too: into `test/artifacts`. `--readme` puts the README's picture into `media` as well.
 */
const root = join(import.meta.dirname, '..', '..');
const artifacts = join(root, 'test', 'artifacts');
const folder = mkdtempSync(join(tmpdir(), 'vds-'));
/** The steps of the walkthrough, and how their pictures are titled. */
const WALKTHROUGH: [index: number, step: string, picture: string][] = [
  [0, 'find', 'Findings in a file and in the view'],
  [1, 'why', 'A hover with the evidence'],
  [2, 'fix', 'The menu of fixes, and what one does'],
  [3, 'policy', 'A ruleset file'],
  [4, 'changes', 'What a change brings in'],
];

try {
  const packages = [packageExtension(folder), packageColours()];
  await takePictures('dark', 'Dark 2026', packages, async (page, take) => {
    await tour(page, take);
    await takeWalkthrough(page, take, WALKTHROUGH);
  });
  await takePictures('light', 'Light 2026', packages, async (page, take) => {
    await tour(page, take);
    await takeWalkthrough(page, take, WALKTHROUGH.slice(0, 1));
  });
  await takePictures('contrast', 'Default High Contrast', packages, explanations);
  await takePictures('fixes', 'Dark 2026', packages, fixes, join(import.meta.dirname, 'fixtures', 'mirrors'));
  const policy = join(import.meta.dirname, 'fixtures', 'policy');
  await takePictures('dark', 'Dark 2026', packages, rulesetTour, policy);
  await takePictures('light', 'Light 2026', packages, rulesetTour, policy);
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

type Tour = (page: Page, take: (step: string) => Promise<void>) => Promise<void>;

async function takePictures(
  name: string,
  theme: string,
  vsix: string[],
  walk: Tour,
  project = join(root, 'test', 'example'),
): Promise<void> {
  const example = join(folder, name, 'shop');
  cpSync(project, example, { recursive: true });
  const options = {
    vsix,
    folder: example,
    viewport: { width: 1280, height: 800 },
    scale: 2,
    settings: { 'workbench.colorTheme': theme, 'git.enabled': false, 'files.autoSave': 'off' },
  };
  await withWindow(options, async page => {
    const take = (step: string) => screenshot(page, join(artifacts, `${step}-${name}.png`));
    await walk(page, take);
  });
}

async function tour(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await openFile(page, 'infra/main.tf');
  await squiggles(page, 'warning').first().waitFor({ state: 'attached' });
  await take('findings');
  await takeExplanations(page, take);
  await hoverSquiggle(page, { text: 'alicloud_vpc' }, /Why am I seeing this/);
  await take('hover-occurrence');
  await closeHover(page);
  await quickFixMenu(page, { text: 'cn-north-1' });
  await take('quick-fix');
  await chooseQuickFix(page, 'Change region to');
  await squiggles(page, 'warning').nth(2).waitFor({ state: 'detached' });
  await take('quick-fix-applied');
  await runCommand(page, 'Vendor Diligence: Scan Workspace');
  const result = await notification(page, /files scanned/);
  await page.locator('.notification-toast').filter({ hasText: 'scanning' }).waitFor({ state: 'detached' });
  await take('scan');
  await result.getByRole('button', { name: 'Show Findings' }).click();
  await takeFindings(page, take);
  await problemsPanel(page, /Alibaba/);
  await take('problems');
  await closeProblemsPanel(page);
  await statusBarText(page, /^\s*\d+/);
}

/** The view of findings, which is open, with a vendor unfolded, and the report. */
async function takeFindings(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await (await treeRow(page, 'Alibaba Cloud')).click();
  await treeRow(page, 'alicloud_oss_bucket');
  await take('tree');
  await runCommand(page, 'Vendor Diligence: Show Report');
  const report = await webview(page);
  await report.getByRole('heading', { name: 'Findings' }).waitFor();
  await page.locator('.notification-toast').filter({ hasText: 'report' }).waitFor({ state: 'detached' });
  await take('report');
  await report.getByRole('heading', { name: 'Evidence' }).scrollIntoViewIfNeeded();
  await take('report-end');
  await runCommand(page, 'View: Close Editor');
  await runCommand(page, 'View: Show Explorer');
}

/** Steps of the walkthrough with their pictures, which a window has room for once the side bar is closed. */
async function takeWalkthrough(
  page: Page,
  take: (step: string) => Promise<void>,
  pictures: readonly [index: number, step: string, picture: string][],
): Promise<void> {
  await runCommand(page, 'View: Close Primary Side Bar');
  await runCommand(page, 'Welcome: Open Walkthrough...');
  const walkthrough = page.locator('.quick-input-list .monaco-list-row');
  await walkthrough.filter({ hasText: 'Vendor Diligence' }).first().click();
  const steps = page.locator('.gettingStartedContainer .getting-started-step');
  await steps.nth(4).waitFor();
  for (const [index, step, picture] of pictures) {
    await steps.nth(index).click();
    await (await webview(page)).locator('svg title', { hasText: picture }).waitFor({ state: 'attached' });
    await take(`walkthrough-${step}`);
  }
}

async function explanations(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await openFile(page, 'infra/main.tf');
  await squiggles(page, 'warning').first().waitFor({ state: 'attached' });
  await takeExplanations(page, take);
  await runCommand(page, 'Vendor Diligence: Scan Workspace');
  await notification(page, /files scanned/);
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page
    .locator('.statusbar')
    .getByRole('button', { name: /^Vendor Diligence: / })
    .click();
  await takeFindings(page, take);
}

/** The hover, and the dossier that its link leads to: its beginning and its acts. */
async function takeExplanations(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await hoverSquiggle(page, { text: 'alicloud' }, /Why am I seeing this/);
  await take('hover');
  await page.locator('.monaco-hover a', { hasText: 'Dossier of Alibaba Cloud' }).first().click();
  const dossier = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await dossier.getByRole('heading', { name: 'Dossier: Alibaba Cloud' }).waitFor();
  await take('dossier');
  await dossier
    .getByRole('img', { name: /Acts that name or concern Alibaba Cloud/ })
    .scrollIntoViewIfNeeded();
  await take('dossier-timeline');
  await dossier.getByRole('heading', { name: 'Concerns' }).scrollIntoViewIfNeeded();
  await take('dossier-end');
  await runCommand(page, 'View: Close Editor');
}

/** The menu of a file with mirrors, and the preview of a fix that changes several files. */
async function fixes(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await openFile(page, 'Dockerfile');
  await squiggles(page, 'warning').first().waitFor({ state: 'attached' });
  await quickFixMenu(page, { text: 'mirrors.aliyun.com' });
  await take('quick-fix-mirror');
  await page.keyboard.press('Escape');
  await openFile(page, 'main.tf');
  await squiggles(page, 'warning').first().waitFor({ state: 'attached' });
  await quickFixMenu(page, { text: 'var.region' });
  await chooseQuickFix(page, 'Change region to');
  await page.getByRole('button', { name: 'Apply' }).waitFor();
  await take('refactor-preview');
}

/** A ruleset that is being written: what is wrong in it, what a word means, what could stand there, what it would change. */
async function rulesetTour(page: Page, take: (step: string) => Promise<void>): Promise<void> {
  await openFile(page, '.vendor-diligence.jsonc');
  await squiggles(page, 'error').first().waitFor({ state: 'attached' });
  await page.getByText('Preview in this workspace').waitFor();
  await take('ruleset-errors');
  await hoverSquiggle(page, { text: 'scaleway' }, /Scaleway/);
  await take('ruleset-hover');
  await closeHover(page);
  await page.locator('.view-line', { hasText: '"ovh"' }).getByText('"ovh"').dblclick();
  await page.keyboard.type('ovh');
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
  await take('ruleset-completion');
  await page.keyboard.press('Enter');
  await page.locator('.view-line', { hasText: '"information"' }).getByText('information').dblclick();
  await page.keyboard.type('error');
  await runCommand(page, 'Vendor Diligence: Preview Ruleset Changes');
  await page.locator('.tab').filter({ hasText: 'Preview of' }).waitFor();
  await page.locator('.notification-toast').waitFor({ state: 'detached' });
  await take('ruleset-preview');
}
