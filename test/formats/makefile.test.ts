import { extractMakefile } from '../../src/formats/makefile/extract.ts';
import { Resolver } from '../../src/resolve/resolve.ts';
import { Scopes } from '../../src/resolve/scopes.ts';
import { makeSource } from '../../src/text/source.ts';
import { takesAtMost } from '../support/time.ts';

describe('variables of targets', () => {
  const hard = [
    {
      name: 'a long chain of prerequisites',
      text: `t0: A = b\n${lines(i => `t${i}: t${i + 1}\n\tdocker push $(A)`)}`,
    },
    {
      name: 'a rule of many targets',
      text: `${names('p')}: ${names('q')}\np1: A = b\n${lines(i => `q${i}:\n\tdocker push $(A)`)}`,
    },
    { name: 'many patterns', text: lines(i => `%${i}.x: A = b${i}\na${i}.x:\n\tdocker push $(A)`) },
  ];
  for (const { name, text } of hard) {
    it(`take no more than time in proportion to the text: ${name}`, async () => {
      await takesAtMost(5000, () => {
        const extraction = extractMakefile(makeSource('Makefile', text));
        const resolver = new Resolver(new Scopes([['Makefile', extraction]]));
        for (const { value, scope } of extraction.references)
          resolver.resolve(value, { scope, path: 'Makefile' });
      });
    });
  }
});

function lines(line: (index: number) => string): string {
  return Array.from({ length: 3000 }, (_, index) => line(index)).join('\n');
}

function names(name: string): string {
  return lines(index => name + index).replaceAll('\n', ' ');
}
