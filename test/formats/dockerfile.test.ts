import assert from 'node:assert/strict';
import { dockerfile } from '../../src/formats/dockerfile/index.ts';
import { makeSource } from '../../src/text/source.ts';
import { sliceSpan } from '../../src/text/span.ts';
import { extractRows } from '../support/extract-rows.ts';

describe('dockerfile', () => {
  const rows: { name: string; text: string; is: string[] }[] = [
    {
      name: 'base images',
      text: 'FROM --platform=linux/amd64 r.example.com/a:1 AS b\nFROM scratch',
      is: ['image r.example.com/a:1'],
    },
    {
      name: 'stages are no images',
      text: 'FROM a AS b\nFROM B\nCOPY --from=b / /\nCOPY --from=1 / /',
      is: ['image a'],
    },
    {
      name: 'images of COPY and RUN',
      text: 'FROM a\nCOPY --from=c:1 / /\nRUN --mount=type=bind,from=d:1,target=/x --mount=type=cache true',
      is: ['image a', 'image c:1', 'image d:1'],
    },
    {
      name: 'the syntax image',
      text: '# syntax=r.example.com/s:1\nFROM a',
      is: ['image r.example.com/s:1', 'image a'],
    },
    {
      name: 'labels and comments are prose',
      text: 'FROM a\nLABEL x="https://l.example.com"\n# https://c.example.com\nMAINTAINER m.example.com',
      is: ['image a'],
    },
    {
      name: 'arguments above the first stage',
      text: 'ARG R=r.example.com\nARG B=${R}/b\nFROM ${B:-c}\nFROM $UNKNOWN\nFROM ${R:+$R/}d',
      is: [
        'environment-variable R',
        'environment-variable B',
        'image ${B:-c} = <B:c>',
        'image $UNKNOWN = <?not-defined>',
        'image ${R:+$R/}d = (<R>/|)d',
      ],
    },
    {
      name: 'a FROM does not see what a stage declares',
      text: 'FROM a\nARG R=r.example.com\nFROM $R',
      is: ['image a', 'environment-variable R', 'host r.example.com', 'image $R = <?not-defined>'],
    },
    {
      name: 'a stage sees a global argument once it declares it',
      text: 'ARG M=https://m.example.com\nFROM a\nRUN pip install -i $M -r x\nARG M\nRUN pip install -i $M -r x',
      is: [
        'environment-variable M',
        'host m.example.com',
        'image a',
        'mirror[pypi] $M = <?not-defined>',
        'environment-variable M',
        'mirror[pypi] $M = <M>',
      ],
    },
    {
      name: 'a later value does not change an earlier line',
      text: 'FROM a\nENV M=https://one.example.com\nRUN pip install -i $M -r x\nENV M=https://two.example.com\nRUN pip install -i $M -r x',
      is: [
        'image a',
        'environment-variable M',
        'host one.example.com',
        'mirror[pypi] $M = <M>',
        'environment-variable M',
        'host two.example.com',
        'mirror[pypi] $M = <M#2>',
      ],
    },
    {
      name: 'a stage inherits the environment of the stage that it is made from',
      text: 'FROM a AS b\nENV M=x\nARG N=y\nFROM b\nRUN curl $M.example.com $N.example.com\nFROM a\nRUN curl $M.example.com',
      is: [
        'image a',
        'environment-variable M',
        'environment-variable N',
        'host $M.example.com = <M>.example.com',
        'host $N.example.com = <?not-defined>.example.com',
        'image a',
        'host $M.example.com = <?not-defined>.example.com',
      ],
    },
    {
      name: 'both forms of ENV',
      text: 'FROM a\nENV GOPROXY https://p.example.com\nENV A=1 GOPROXY="https://q.example.com,direct"',
      is: [
        'image a',
        'environment-variable GOPROXY',
        'mirror[go] p.example.com = https://p.example.com',
        'environment-variable A',
        'environment-variable GOPROXY',
        'mirror[go] q.example.com = https://q.example.com',
      ],
    },
    {
      name: 'ADD takes addresses, COPY does not',
      text: 'FROM a\nADD https://h.example.com/x /x\nADD git@g.example.com:o/r.git /r\nCOPY c.example.com /y',
      is: ['image a', 'host h.example.com = h.example.com/x', 'host g.example.com'],
    },
    {
      name: 'the JSON form',
      text: 'FROM a\nRUN ["npm", "config", "set", "registry", "https://n.example.com"]',
      is: ['image a', 'mirror[npm] n.example.com = https://n.example.com'],
    },
    {
      name: 'scripts in here-documents',
      text: 'FROM a\nRUN <<E\npip install -i https://p.example.com x\nE\nRUN python3 <<E\nurl = "https://h.example.com"\nE',
      is: [
        'image a',
        'mirror[pypi] p.example.com = https://p.example.com',
        'package x',
        'host h.example.com',
      ],
    },
    {
      name: 'files in here-documents',
      text: 'FROM a\nCOPY <<E /etc/pip.conf\nindex-url = https://p.example.com/simple\nE\nRUN cat <<E > /etc/apk/repositories\nhttps://k.example.com/main\n# https://old.example.com\nE',
      is: [
        'image a',
        'mirror[pypi] p.example.com = https://p.example.com/simple',
        'mirror[alpine] k.example.com = https://k.example.com/main',
      ],
    },
    {
      name: 'health checks',
      text: 'FROM a\nHEALTHCHECK --interval=1s CMD curl https://h.example.com || exit 1',
      is: ['image a', 'host h.example.com'],
    },
  ];
  for (const { name, text, is } of rows) {
    it(name, async () => assert.deepEqual(await extractRows(dockerfile, 'Dockerfile', text), is));
  }

  it('claims Dockerfiles by content, not their ignore files', () => {
    assert.equal(dockerfile.sniff?.('ARG A\nFROM b'), true);
    assert.equal(dockerfile.sniff?.('# syntax = a/b:1'), true);
    assert.equal(dockerfile.sniff?.('node_modules\n*.log\nrun\n'), false);
  });

  it('a suppression covers the instruction below it, or the whole stage', async () => {
    const text =
      '# vendor-diligence-ignore-block a\nFROM a\nRUN b\n# vendor-diligence-ignore-block c\nRUN d \\\n  e\nFROM f';
    const { comments } = (await dockerfile.load())(makeSource('Dockerfile', text));
    assert.deepEqual(
      comments.map(({ block }) => sliceSpan(text, block).trim()),
      ['FROM a\nRUN b\n# vendor-diligence-ignore-block c\nRUN d \\\n  e', 'RUN d \\\n  e'],
    );
  });
});
