import assert from 'node:assert/strict';
import { ENGLISH } from '../../src/report/language.ts';
import { folderRoot } from '../../src/server/folders/folder-root.ts';
import { ScannedFiles, type ScannedFolder } from '../../src/server/scan/scanned-files.ts';
import { sampleReport } from '../report/sample.ts';

const NOTHING = { findings: [], problems: [] };

/** A folder without files that only tells which of them it is asked to check. */
function folderThatTells(tell: (path: string) => void): ScannedFolder {
  return {
    workspace: {
      policy: sampleReport.ruleset,
      listedOf: async paths => [...paths],
      check: async path => {
        tell(path);
        return { ...NOTHING, covered: [path], sources: new Map() };
      },
      scan: () => assert.fail('nobody asked for a scan'),
    },
    tree: {
      list: async () => ({ files: [], problems: [] }),
      read: () => assert.fail('nothing is to be read'),
    },
    open: new Map(),
    context: {
      root: folderRoot('file:///shop'),
      features: { relatedInformation: false, codeDescription: false },
      occurrences: 'off',
      language: ENGLISH,
      today: '2026-11-23',
    },
  };
}

describe('files that were scanned', () => {
  it('are checked again when they change while the scan goes on', async () => {
    const checked = new Promise<string>(resolve => {
      const scanned = new ScannedFiles({
        folder: () => folderThatTells(resolve),
        publish: () => undefined,
        logError: error => assert.fail(String(error)),
      });
      void scanned.fillBy(async () => {
        scanned.changed(['main.tf']);
        return NOTHING;
      });
    });
    assert.equal(await checked, 'main.tf');
  });

  it('are not checked before there was any scan', async () => {
    const told: string[] = [];
    const scanned = new ScannedFiles({
      folder: () => folderThatTells(path => told.push(path)),
      publish: () => undefined,
      logError: error => assert.fail(String(error)),
    });
    scanned.changed(['main.tf']);
    await scanned.fillBy(async () => undefined);
    await scanned.fillBy(async () => NOTHING);
    assert.deepEqual([scanned.isFilled, told], [true, []]);
  });
});
