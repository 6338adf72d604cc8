/** Documents to type in. */

/** Resources of a flagged provider, each with a zone. */
export function terraform(lines: number): string {
  const blocks = ['provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'];
  for (let index = 0; blocks.length * 8 < lines; index++) {
    blocks.push(
      `resource "alicloud_vswitch" "part${index}" {\n  vpc_id     = alicloud_vpc.main.id\n  cidr_block = "10.0.${index % 250}.0/24"\n  zone_id    = "cn-hangzhou-b"\n  tags = {\n    Name = "part-\${var.name}-${index}"\n  }\n}`,
    );
  }
  return blocks.join('\n');
}

/** Deployments, each with an image from a flagged registry. */
export function kubernetes(lines: number): string {
  const documents: string[] = [];
  for (let index = 0; documents.length * 15 < lines; index++) {
    documents.push(
      `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: service-${index}\nspec:\n  template:\n    spec:\n      containers:\n        - name: main\n          image: registry.cn-hangzhou.aliyuncs.com/team/service-${index}:1.0\n          env:\n            - name: URL\n              value: https://service-${index}.example.com\n`,
    );
  }
  return documents.join('---\n');
}

/** Packages, one of them of a flagged vendor and from a mirror. */
export function lockfile(bytes: number): string {
  const packages: Record<string, unknown> = {
    '': { name: 'bench', dependencies: { 'library-0': '^1.0.0', 'ali-oss': '^6.20.0' } },
  };
  packages['node_modules/ali-oss'] = {
    version: '6.20.0',
    resolved: 'https://registry.npmmirror.com/ali-oss/-/ali-oss-6.20.0.tgz',
  };
  for (let index = 0, size = 0; size < bytes; index++) {
    const entry = {
      version: `1.${index}.0`,
      resolved: `https://packages.example.com/library-${index}/-/library-${index}-1.${index}.0.tgz`,
      integrity: `sha512-${'A'.repeat(86)}==`,
      dependencies: { [`library-${index + 1}`]: '^1.0.0' },
      engines: { node: '>=18' },
    };
    packages[`node_modules/library-${index}`] = entry;
    size += JSON.stringify(entry).length + 60;
  }
  return JSON.stringify({ name: 'bench', lockfileVersion: 3, requires: true, packages }, undefined, 2);
}
