import assert from 'node:assert/strict';
import { kubernetes } from '../../src/formats/kubernetes/index.ts';
import { makeSource } from '../../src/text/source.ts';
import { extractRows } from '../support/extract-rows.ts';
import { takesAtMost } from '../support/time.ts';

describe('kubernetes', () => {
  const rows: { name: string; text: string; is: string[] }[] = [
    {
      name: 'images anywhere',
      text: 'spec: {template: {spec: {containers: [{image: a.example.com/a}], initContainers: [{image: b}], ephemeralContainers: [{image: c}]}}, sidecarImage: d.example.com/d, pullImage: true}',
      is: ['image a.example.com/a', 'image b', 'image c', 'image d.example.com/d'],
    },
    {
      name: 'images in parts',
      text: 'spec: {image: {registry: r.example.com, repository: a/b, tag: "1"}, other: {image: {repository: c/d}}}',
      is: ['image r.example.com = r.example.com/a/b:1', 'image c/d'],
    },
    { name: 'an image through an anchor', text: 'a: {image: &i b}\nc: {image: *i}', is: ['image b'] },
    {
      name: 'API groups',
      text: 'apiVersion: apps/v1\nkind: A\nspec: {group: g.example.com, ref: {apiGroup: h.example.com, kind: B}, rules: [{apiGroups: ["", "*", i.example.com], resources: [j.example.com]}]}',
      is: ['api-group apps', 'api-group g.example.com', 'api-group h.example.com', 'api-group i.example.com'],
    },
    { name: 'the core group has no name', text: 'apiVersion: v1\nkind: Pod', is: [] },
    {
      name: 'keys of annotations and labels',
      text: 'metadata: {annotations: {a.example.com/b: c, plain: d}, labels: {app: x, e.example.com/f: g}}',
      is: ['annotation a.example.com/b', 'annotation e.example.com/f'],
    },
    {
      name: 'values of annotations',
      text: 'metadata: {annotations: {x.io/host: h.example.com, x.io/arn: "arn:aws-cn:iam::1:role/r", kubernetes.io/ingress.class: q, description: "see d.example.com"}}',
      is: [
        'annotation x.io/host',
        'host h.example.com',
        'annotation x.io/arn',
        'partition arn:aws-cn:iam::1:role/r = arn:aws-cn:iam:',
        'annotation kubernetes.io/ingress.class',
        'driver q',
      ],
    },
    {
      name: 'drivers and classes',
      text: 'kind: StorageClass\napiVersion: storage.k8s.io/v1\nprovisioner: a\nspec: {storageClassName: b, ingressClassName: c, loadBalancerClass: d, csi: {driver: e}, controller: no}',
      is: ['api-group storage.k8s.io', 'driver a', 'driver b', 'driver c', 'driver d', 'driver e'],
    },
    {
      name: 'controllers of ingress classes, names of CSI drivers',
      text: 'apiVersion: v1\nkind: IngressClass\nspec: {controller: a}\n---\napiVersion: v1\nkind: CSIDriver\nmetadata: {name: b}',
      is: ['driver a', 'driver b'],
    },
    {
      name: 'regions of labels and affinities',
      text: 'nodeSelector: {topology.kubernetes.io/region: r-1}\nterms: [{key: topology.kubernetes.io/zone, operator: In, values: [z-1, z-2]}, {key: app, operator: In, values: [y]}]\ntopologyKey: topology.kubernetes.io/zone',
      is: [
        'annotation topology.kubernetes.io/region',
        'region r-1',
        'annotation topology.kubernetes.io/zone',
        'region z-1',
        'region z-2',
        'annotation topology.kubernetes.io/zone',
      ],
    },
    {
      name: 'regions of parameters and custom resources',
      text: 'parameters: {zoneId: "a-1,a-2"}\nspec: {forProvider: {region: b-1}, zone: dns.example.com, regions: [c-1]}',
      is: ['region a-1', 'region a-2', 'region b-1', 'host dns.example.com', 'region c-1'],
    },
    {
      name: 'environment variables',
      text: 'env: [{name: GOPROXY, value: "https://m.example.com,direct"}, {name: R, value: r}, {name: U, value: "https://$(R).example.com"}, {name: S, valueFrom: {secretKeyRef: {name: n, key: k}}}]',
      is: [
        'environment-variable GOPROXY',
        'mirror[go] m.example.com = https://m.example.com',
        'environment-variable R',
        'environment-variable U',
        'host $(R).example.com = <R>.example.com',
        'environment-variable S',
      ],
    },
    {
      name: 'commands and arguments',
      text: 'command: [sh, -c, "npm config set registry https://n.example.com"]\nargs: ["--url=https://h.example.com"]',
      is: ['mirror[npm] n.example.com = https://n.example.com', 'host h.example.com'],
    },
    {
      name: 'ConfigMap texts',
      text: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  A_URL: https://a.example.com\n  app.conf: |\n    # https://c.example.com\n    url = https://b.example.com\n  x.sh: pip install -i https://p.example.com y\n  pip.conf: "index-url = https://q.example.com"\n',
      is: [
        'environment-variable A_URL',
        'host a.example.com',
        'host b.example.com',
        'mirror[pypi] p.example.com = https://p.example.com',
        'package y',
        'mirror[pypi] q.example.com = https://q.example.com',
      ],
    },
    {
      name: 'Secrets: only text',
      text: 'apiVersion: v1\nkind: Secret\nstringData: {a: b.example.com}\ndata: {c: ZC5leGFtcGxlLmNvbQ==, e: d.example.com}',
      is: ['host b.example.com'],
    },
    {
      name: 'schemas and descriptions are prose',
      text: 'apiVersion: v1\nkind: CustomResourceDefinition\nspec: {versions: [{schema: {openAPIV3Schema: {default: a.example.com}}}], description: b.example.com}',
      is: [],
    },
    {
      name: 'names of objects are no hosts',
      text: 'metadata: {name: a.example.com, namespace: b, finalizers: [c.example.com/d]}',
      is: ['annotation c.example.com/d'],
    },
    {
      name: 'hosts anywhere else',
      text: 'spec: {externalName: e.example.com, rules: [{host: r.example.com}], n: 1.5}',
      is: ['host e.example.com', 'host r.example.com'],
    },
    {
      name: 'Kustomize images and kubeadm',
      text: 'images: [{name: nginx, newName: r.example.com/nginx}]\nimageRepository: r.example.com/k8s',
      is: ['image r.example.com/nginx', 'image r.example.com/k8s'],
    },
    {
      name: 'packages of Crossplane',
      text: 'apiVersion: pkg.crossplane.io/v1\nkind: Provider\nspec: {package: x.example.com/p:1}',
      is: ['api-group pkg.crossplane.io', 'image x.example.com/p:1'],
    },
  ];
  for (const { name, text, is } of rows) {
    it(name, async () => assert.deepEqual(await extractRows(kubernetes, 'a.yaml', text), is));
  }

  it('paths name objects and items, not their numbers', async () => {
    const text =
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {name: p}\n  spec: {containers: [{name: c, image: i}]}\n';
    const { references } = (await kubernetes.load())(makeSource('a.yaml', text));
    assert.deepEqual(references[0]?.structuralPath, [
      'List',
      'items',
      'Pod/p',
      'spec',
      'containers',
      'c',
      'image',
    ]);
  });

  it('documents of the same layout do not share variables', async () => {
    const document =
      'apiVersion: v1\nspec: {env: [{name: R, value: r}, {name: U, value: "$(R).example.com"}]}\n';
    const extract = await kubernetes.load();
    const source = makeSource('a.yaml', `${document}---\n${document}`);
    extract(source);
    // Read again, it is divided into its documents.
    const { definitions } = extract(source);
    const scopes = definitions.filter(definition => definition.name === 'R').map(({ scope }) => scope);
    assert.equal(new Set(scopes).size, 2);
  });

  for (const [name, mistake] of [
    ['a brace', '{name: a'],
    ['a quote', '"a'],
  ]) {
    it(`what misses ${name} spoils no other document, read once or twice`, async () => {
      const good = 'apiVersion: v1\nkind: Pod\nspec: {image: "b"}\n';
      const source = makeSource('a.yaml', `${good}---\nimage: c\nmetadata: ${mistake}\n---\n${good}`);
      const extract = await kubernetes.load();
      const { references, problems } = extract(source);
      const images = references.filter(({ kind }) => kind === 'image').map(({ span }) => span.start);
      assert.deepEqual(
        [images[0], images.at(-1)],
        [source.text.indexOf('b"'), source.text.lastIndexOf('b"')],
      );
      const again = extract(source);
      assert.deepEqual([again.references, again.problems], [references, problems]);
    });
  }

  const heads: [name: string, head: string, claimed: boolean][] = [
    ['an object', 'apiVersion: v1\nkind: Pod\n', true],
    ['comments and a document mark before it', '# x\n---\nkind: Pod\napiVersion: v1\n', true],
    ['a list of objects', 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n', true],
    ['quoted keys and Windows line ends', '"apiVersion": "v1"\r\n"kind": "Pod"\r\n', true],
    [
      'templates in values',
      'apiVersion: v1\nkind: A\nspec:\n  text: Latency of {{ $labels.x }}\n  other: "{{ y }}"\n',
      true,
    ],
    [
      'a file with a template inside',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  a.tmpl: |\n    {{ define "x" }}{{ .Name }}{{ end }}\n',
      true,
    ],
    ['a Helm template', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ include "a.name" . }}\n', false],
    ['a Helm condition', '{{- if .Values.a }}\napiVersion: v1\nkind: Pod\n{{- end }}\n', false],
    ['a Compose file', 'services:\n  a:\n    image: b\n', false],
    ['a workflow', 'on: push\njobs: {}\n', false],
  ];
  for (const [name, head, claimed] of heads) {
    it(`${claimed ? 'claims' : 'leaves'} ${name}`, () => assert.equal(kubernetes.sniff?.(head), claimed));
  }

  it('looks at hostile heads in linear time', async function () {
    this.timeout(20_000);
    await takesAtMost(5000, () => {
      for (const piece of ['{{', ' ', '{{ ', '-', '"', 'apiVersion:', 'kind', '{{-   ', 'a']) {
        kubernetes.sniff?.(`apiVersion: v1\nkind: Pod\n${piece.repeat(65_536 / piece.length)}`);
      }
    });
  });
});
