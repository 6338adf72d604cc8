// @ts-check
/** Unpacks the browser from its npm package, with the fonts it lacks. */
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** With the package's whole font folder the interface comes out in a serif face. */
const fontFiles = ['Sans', 'Sans-Bold', 'Sans-Oblique', 'SansMono', 'SansMono-Bold', 'SansMono-Oblique'].map(
  face => `DejaVu${face}.ttf`,
);

const fontOf = {
  'DejaVu Sans Mono': ['monospace', 'Droid Sans Mono'],
  'DejaVu Sans': ['sans-serif', 'system-ui', 'serif', 'Ubuntu', 'Droid Sans'],
};

/**
 * @param {string} root folder in which "npm ci" has run
 * @param {string} finalRoot where that folder will be in the end
 * @returns {Promise<void>}
 */
export async function unpackChromium(root, finalRoot) {
  const target = join(root, 'chromium');
  await mkdir(target);
  // The package unpacks into the temp folder and changes its process's environment: hence a process of
  // its own. Told that it runs in AWS Lambda, it unpacks its libnss3 and the like as well.
  const script = 'await (await import("@sparticuz/chromium")).default.executablePath()';
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: target,
      TMPDIR: target,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    },
  });
  await chmod(join(target, 'chromium'), 0o755);
  await rm(join(root, 'node_modules/@sparticuz/chromium/bin'), { recursive: true });
  await addFonts(root, finalRoot);
}

/**
 * The package's own font configuration points at folders that do not exist, and all text is blank.
 * @param {string} root
 * @param {string} finalRoot
 */
async function addFonts(root, finalRoot) {
  const target = join(root, 'fonts');
  await mkdir(target);
  for (const file of fontFiles) {
    await copyFile(join(root, 'node_modules/dejavu-fonts-ttf/ttf', file), join(target, file));
  }
  await writeFile(join(target, 'fonts.conf'), fontConfiguration(join(finalRoot, 'fonts')));
}

/** @param {string} folder */
function fontConfiguration(folder) {
  const rules = Object.entries(fontOf).flatMap(([font, families]) =>
    families.map(
      family => `
  <match target="pattern">
    <test name="family"><string>${family}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>${font}</string></edit>
  </match>`,
    ),
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(folder)}</dir>
  <cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>${rules.join('')}
</fontconfig>
`;
}

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
