import { compose } from '../../src/formats/compose/index.ts';
import { dockerfile } from '../../src/formats/dockerfile/index.ts';
import { dotenv } from '../../src/formats/dotenv/index.ts';
import { kubernetes } from '../../src/formats/kubernetes/index.ts';
import type { Format } from '../../src/model/format.ts';
import { makeSource } from '../../src/text/source.ts';
import { takesAtMost } from '../support/time.ts';

const N = 20_000;

/** Files that no person writes: each would take minutes if any step were quadratic in its length. */
describe('large and hostile text', () => {
  const rows: { name: string; format: Format; text: string }[] = [
    { name: 'hosts on one line', format: dotenv, text: `A=${'a.example.com '.repeat(N)}` },
    { name: 'hosts between variables', format: dotenv, text: `A="${'$A.example.com '.repeat(N)}"` },
    {
      name: 'hosts in a mirror setting',
      format: dotenv,
      text: `GOPROXY="${'https://$A.example.com,'.repeat(N)}"`,
    },
    { name: 'lines of a value', format: dotenv, text: `A='${'a.example.com\n'.repeat(N)}'` },
    {
      name: 'blanks before hosts',
      format: dotenv,
      text: `A='\n${' '.repeat(N)}${'a.example.com '.repeat(N)}'`,
    },
    {
      name: 'stages that inherit',
      format: dockerfile,
      text: Array.from({ length: N / 10 }, (_, i) => `FROM s${i - 1} AS s${i}\nENV V${i}=$V0\n`).join(''),
    },
    {
      name: 'definitions of one name',
      format: dockerfile,
      text: `FROM a\n${'ENV A=$A.example.com\n'.repeat(N)}`,
    },
    {
      name: 'substitutions',
      format: dockerfile,
      text: `FROM a\nRUN sed -e "${'s/$A/$B.example.com/;'.repeat(N)}" /etc/apt/x`,
    },
    {
      name: 'words of a command',
      format: dockerfile,
      text: `FROM a\nRUN npm config set ${'registry $A '.repeat(N)}`,
    },
    {
      name: 'commands',
      format: dockerfile,
      text: `FROM a\nRUN ${'pip install -i https://a.example.com x && '.repeat(N)}true`,
    },
    { name: 'assignments', format: dockerfile, text: `FROM a\nENV ${'A="$B.example.com" '.repeat(N)}` },
    {
      name: 'merged services',
      format: compose,
      text: `x: &x {environment: {A: a.example.com}}\nservices:\n${Array.from({ length: N / 10 }, (_, i) => `  s${i}: {<<: *x, image: "\${A}/b:$C"}\n`).join('')}`,
    },
    {
      name: 'environment variables',
      format: kubernetes,
      text: `env:\n${'- {name: A, value: "$(A).example.com"}\n'.repeat(N / 2)}`,
    },
    {
      name: 'keys of a ConfigMap',
      format: kubernetes,
      text: `apiVersion: v1\nkind: ConfigMap\ndata:\n${Array.from({ length: N }, (_, i) => `  A${i}: a.example.com\n`).join('')}`,
    },
    {
      name: 'a file in a ConfigMap',
      format: kubernetes,
      text: `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n${'    u: https://a.example.com # x\n'.repeat(N)}`,
    },
    { name: 'documents', format: kubernetes, text: 'apiVersion: v1\nkind: Pod\n---\n'.repeat(N / 4) },
  ];
  for (const { name, format, text } of rows) {
    it(`${name}: ${format.id}`, async function () {
      this.timeout(60_000);
      const extract = await format.load();
      await takesAtMost(20_000, () => {
        extract(makeSource('folder/file', text));
      });
    });
  }
});
