import { reduceAnchors } from '../../src/catalog/anchors.ts';
import { groups } from '../../src/catalog/generated/anchors.ts';
import { createPrefilter } from '../../src/engine/prefilter.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { makeSource } from '../../src/text/source.ts';
import { percentile } from './measure.ts';

const SAMPLES: Readonly<Record<string, { path: string; text: string }>> = {
  terraform: {
    path: 'main.tf',
    text: Array.from(
      { length: 2000 },
      (_, n) =>
        `resource "aws_subnet" "part${n}" {\n  cidr_block = "10.0.0.0/24"\n  zone_id    = var.zone\n  tags = { Name = "part-\${var.name}" }\n}\n`,
    ).join('\n'),
  },
  kubernetes: {
    path: 'deployment.yaml',
    text: Array.from(
      { length: 700 },
      (_, n) =>
        `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: s${n}\nspec:\n  template:\n    spec:\n      containers:\n        - name: main\n          image: ghcr.io/example/s${n}:1\n`,
    ).join('---\n'),
  },
  dockerfile: {
    path: 'Dockerfile',
    text: Array.from(
      { length: 1500 },
      (_, n) => `FROM node:20 AS s${n}\nRUN apt-get update && apt-get install -y curl\nCOPY . /app\n`,
    ).join(''),
  },
  'package-lock': {
    path: 'package-lock.json',
    text: JSON.stringify({
      lockfileVersion: 3,
      packages: Object.fromEntries(
        Array.from({ length: 8000 }, (_, n) => [
          `node_modules/p${n}`,
          {
            version: '1.0.0',
            resolved: `https://packages.example.com/p${n}.tgz`,
            dependencies: { [`p${n + 1}`]: '1' },
          },
        ]),
      ),
    }),
  },
};

/** The prefilter, and each parser with its extractor, warm, in megabytes of text a second. */
export async function benchParsers(print: (text: string) => void): Promise<void> {
  const texts = reduceAnchors(groups.flatMap(({ texts }) => texts));
  const prefilter = createPrefilter(texts);
  const bytes = new TextEncoder().encode((SAMPLES.terraform?.text ?? '').replaceAll('aws', 'xyz').repeat(60));
  print(
    `Prefilter (${texts.length} anchors, shortest ${Math.min(...texts.map(text => text.length))}): ${speed(bytes.length, () => void prefilter(bytes))} MB/s\n`,
  );
  print('Parse and extract\n');
  for (const [id, { path, text }] of Object.entries(SAMPLES)) {
    const format = FORMATS.find(each => each.id === id);
    if (!format) continue;
    const extract = await format.load();
    print(
      `  ${format.title.padEnd(46)} ${speed(text.length, () => void extract(makeSource(path, text)))} MB/s\n`,
    );
  }
}

function speed(size: number, run: () => void): string {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return (size / 1000 / percentile(times, 0.5)).toFixed(1);
}
