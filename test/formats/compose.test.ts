import assert from 'node:assert/strict';
import { compose } from '../../src/formats/compose/index.ts';
import { extractRows } from '../support/extract-rows.ts';

describe('compose', () => {
  const rows: { name: string; text: string; is: string[] }[] = [
    {
      name: 'images with variables',
      text: 'services: {a: {image: "${R:-r.example.com}/a:${T:?}"}}',
      is: ['image ${R:-r.example.com}/a:${T:?} = <R:r.example.com>/a:<T>'],
    },
    { name: '$$ is a dollar sign', text: 'services: {a: {image: a$$b}}', is: ['image a$$b = a$b'] },
    {
      name: 'environment as a map',
      text: 'services:\n  a:\n    environment:\n      GOPROXY: https://m.example.com\n      HOST: h.example.com\n      N: 1\n      E:\n',
      is: [
        'environment-variable GOPROXY',
        'mirror[go] m.example.com = https://m.example.com',
        'environment-variable HOST',
        'host h.example.com',
        'environment-variable N',
        'environment-variable E',
      ],
    },
    {
      name: 'environment as a list',
      text: 'services:\n  a:\n    environment:\n      - HOST=https://$REGION.example.com\n      - TOKEN\n',
      is: [
        'environment-variable HOST',
        'host $REGION.example.com = <REGION>.example.com',
        'environment-variable TOKEN',
      ],
    },
    {
      name: 'build arguments, cache images and contexts',
      text: 'services:\n  a:\n    build:\n      context: https://g.example.com/r.git\n      args: [PIP_INDEX_URL=https://p.example.com]\n      cache_from: [c.example.com/a]\n      additional_contexts: {b: docker-image://b.example.com/b:1}\n',
      is: [
        'host g.example.com = g.example.com/r.git',
        'environment-variable PIP_INDEX_URL',
        'mirror[pypi] p.example.com = https://p.example.com',
        'image c.example.com/a',
        'image b.example.com/b:1',
      ],
    },
    {
      name: 'commands',
      text: 'services:\n  a:\n    command: npm config set registry ${R:-https://n.example.com}\n    entrypoint: [sh, -c, "curl https://h.example.com"]\n    healthcheck: {test: [CMD, curl, "https://t.example.com"]}\n',
      is: [
        'mirror[npm] ${R:-https://n.example.com} = <R:https://n.example.com>',
        'host h.example.com',
        'host t.example.com',
      ],
    },
    {
      name: 'labels, hosts and networks are not references',
      text: 'services:\n  a:\n    labels: {x: https://l.example.com}\n    hostname: h.example.com\n    extra_hosts: ["e.example.com:1.2.3.4"]\n    env_file: app.example.com\n',
      is: [],
    },
    {
      name: 'an anchored value is one reference, where it is written',
      text: 'x-i: &i r.example.com/a\nx-e: &e {A: h.example.com}\nservices:\n  a: {image: *i, environment: *e}\n  b: {image: *i, environment: {<<: *e, B: c}}\n',
      is: ['image r.example.com/a', 'environment-variable A', 'host h.example.com', 'environment-variable B'],
    },
    {
      name: 'services may have any name',
      text: 'services:\n  image: {image: a}\n  labels: {image: b}\n  environment: {image: c}\n',
      is: ['image a', 'image b', 'image c'],
    },
    {
      name: 'volumes and configs',
      text: 'volumes: {v: {driver_opts: {o: "addr=n.example.com"}}}\nconfigs: {c: {content: "url: https://c.example.com\\n# https://old.example.com\\n"}}\n',
      is: ['host n.example.com', 'host c.example.com'],
    },
  ];
  for (const { name, text, is } of rows) {
    it(name, async () => assert.deepEqual(await extractRows(compose, 'compose.yaml', text), is));
  }

  it('claims files by content', () => {
    assert.equal(compose.sniff?.('# x\nservices:\n  a: {}'), true);
    assert.equal(compose.sniff?.('x-a: &a b\n'), true);
    assert.equal(compose.sniff?.('apiVersion: v1\nkind: Pod\n'), false);
  });
});
