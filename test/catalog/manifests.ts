import type { ReferenceKind } from '../../src/model/vocabulary.ts';

/** A value as a file means it. */
export interface Written {
  readonly kind: ReferenceKind;
  readonly value: string;
}

/** Files that name `value`: the forms in which manifests, lockfiles and configurations write a value of its kind. */
export function manifestsOf({ kind, value }: Written): string[] {
  if (kind === 'package') return packageManifests(value);
  return (FORMS[kind] ?? COMMON)(value);
}

const COMMON = (value: string) => [
  `{"name":"${value}"}`,
  `name: ${value}\n`,
  `name = "${value}"\n`,
  `list:\n  - ${value}\n  - '${value}'\n`,
];

const FORMS: { readonly [kind in ReferenceKind]?: (value: string) => string[] } = {
  provider: address => {
    const name = address.slice(address.lastIndexOf('/') + 1);
    const written = [
      `terraform { required_providers { x = { source = "${address}" } } }`,
      `provider "registry.terraform.io/${address}" {`,
      `{"source":"${address}"}`,
    ];
    const isImplied = address.startsWith('hashicorp/') || !address.includes('/');
    return isImplied ? [...written, `provider "${name}" {\n}`, `{"provider":{"${name}":{}}}`] : written;
  },
  resource: type => [
    `resource "${type}" "main" {`,
    `{"resource":{"${type}":{}}}`,
    `  Type: ${type}\n`,
    `Type: '${type}'`,
  ],
  backend: name => [
    `terraform {\n  backend "${name}" {`,
    `{"terraform":{"backend":{"${name}":{}}}}`,
    `remote_state {\n  backend = "${name}"\n`,
    `backend ${name} {`,
  ],
  module: address => [
    `  source = "${address}"`,
    `{"source":"${address}"}`,
    `source = "git::https://github.com/${address}.git?ref=v1"`,
  ],
  host: host => [`url = "https://${host}/x"`, `${host}`, `ENDPOINT=${host}`],
  image: image => [`FROM ${image}:1\n`, `image: ${image}@sha256:00`, `{"image":"${image}"}`],
  mirror: host => [`registry=https://${host}/\n`, `deb http://${host}/debian stable main`],
  'environment-variable': name => [
    `${name}=1`,
    `ENV ${name}=1`,
    `  - ${name}=1`,
    `  ${name}: "1"`,
    `env: {"${name}":"1"}`,
  ],
  region: region => [
    `region = "${region}"`,
    `REGION=${region}`,
    `  region: ${region}\n`,
    `{"region":"${region}"}`,
  ],
  partition: name => [`environment = "${name}"`, `{"arn":"${name}"}`, `arn: ${name}\n`],
  'tool-provider': name => toolForms(name.slice(name.indexOf(':') + 1)),
  action: action => [`- uses: ${action}`, `uses: "${action}"`],
};

/** Options, variables and settings by which a tool is told its cloud. */
function toolForms(name: string): string[] {
  return [
    ...COMMON(name),
    `tool --provider ${name} -d example.org\n`,
    `tool --provider=${name}\n`,
    `- --provider=${name}\n`,
    `TOOL_PROVIDER=${name}\n`,
    `storage:\n  ${name}:\n    bucket: files\n`,
    `{ type: ${name}, config: { bucket: files } }`,
    `{ bucket: files, storage: ${name} }`,
  ];
}

/** The ways in which commands name a package that is long enough to be searched for there. */
function npmCommands(name: string): string[] {
  return [
    `npm install ${name}\n`,
    `RUN npm i -g ${name} && echo done`,
    `yarn add ${name};`,
    `npm install \\\n${name} other\n`,
  ];
}

function packageManifests(purl: string): string[] {
  const [, type = '', name = ''] = /^pkg:([a-z]+)\/(.*)$/.exec(purl.replace('%40', '@')) ?? [];
  return (
    PACKAGE_FORMS[type]?.(name) ?? [
      `  "${name}": "1.0"`,
      `name = "${name}"`,
      `- ${name} (1.0)`,
      `gem '${name}'`,
    ]
  );
}

const PACKAGE_FORMS: Readonly<Record<string, (name: string) => string[]>> = {
  npm: name => [
    `{"dependencies":{"${name}":"^1"}}`,
    `{"packages":{"node_modules/${name}":{"version":"1.0.0"}}}`,
    `# yarn lockfile v1\n\n${name}@^1.0.0:\n  version "1.0.0"\n`,
    `# yarn lockfile v1\n\n"${name}@^1.0.0", "${name}@^1.1.0":\n`,
    `__metadata:\n\n"${name}@npm:^1.0.0":\n`,
    `importers:\n  .:\n    dependencies:\n      ${name}:\n        specifier: ^1\n`,
    `packages:\n  /${name}@1.0.0:\n`,
    `packages:\n  /${name}/1.0.0:\n`,
    `packages:\n  ${name}@1.0.0:\n`,
    `{"dependencies":{"x":"npm:${name}@1"}}`,
    `{"packages":{"${name}":["${name}@1.0.0"]}}`,
    `{"resolutions":{"**/${name}":"1"}}`,
    `npm install ${name}@1`,
    ...(name.length < 4 ? [] : npmCommands(name)),
  ],
  pypi: name =>
    [
      name,
      name.replaceAll('-', '_'),
      name.replaceAll('-', '.'),
      name.toUpperCase(),
      name.replace('-', '_'),
    ].flatMap(spelling => [
      `pip install ${spelling}\n`,
      `pip install "${spelling}>=1" && echo done`,
      `pip install ${spelling} && echo done`,
      `${spelling}==1.0\n`,
      `flask\n${spelling}>=1\n`,
      `flask\n${spelling}`,
      `${spelling}~=1.0 ; python_version > "3"`,
      `dependencies = ["${spelling}>=1"]`,
      `[tool.poetry.dependencies]\n${spelling} = "^1"\n`,
      `[[package]]\nname = "${spelling}"\n`,
      `dependencies:\n  - pip:\n      - ${spelling}\n`,
      `install_requires=['${spelling}']`,
      `[options]\ninstall_requires=${spelling}\n`,
      `[options.extras_require]\nall = flask;${spelling}`,
      `dependencies:\n  - pip: [${spelling}]\n`,
      `dependencies:\n  - pip: [flask,${spelling}]\n`,
      `[tool.poetry.dependencies]\nflask="*"\n${spelling}="*"\n`,
      `{"default":{"${spelling}":{"version":"==1"}}}`,
      `git+https://example.com/x.git#egg=${spelling}\n`,
      `https://example.com/${spelling}-1.0.tar.gz\n`,
      `requires = [{name="${spelling}"}]`,
    ]),
  maven: name => {
    const [group, artifact] = name.split('/');
    return [
      `<groupId>${group}</groupId><artifactId>${artifact}</artifactId>`,
      `implementation("${group}:${artifact}:1.0")`,
      `implementation group: '${group}', name: '${artifact}'`,
      `<dependency>\n  <groupId>${group}</groupId>\n  <!-- x -->\n  <artifactId>${artifact}</artifactId>\n</dependency>`,
      `lib = { group = "${group}", name = "${artifact}", version = "1" }`,
      `${group}:${artifact}:1.0=classpath\n`,
      `libraryDependencies += "${group}" %% "${artifact}" % "1"`,
      `artifacts = ["${group}:${artifact}:1.0"]`,
    ];
  },
  composer: name => [
    `{"require":{"${name}":"^1"}}`,
    `{"require":{"${name.replace('/', '\\/')}":"^1"}}`,
    `composer require ${name}\n`,
  ],
  gem: name => [
    `gem '${name}', '~> 1'`,
    `gem("${name}")`,
    `gem install ${name}\n`,
    `gem install ${name}:1 && echo done`,
    `GEM\n  specs:\n    ${name} (1.0)\n      other\n`,
    `DEPENDENCIES\n  ${name}\n`,
  ],
  nuget: name => [
    `<PackageReference Include="${name}" Version="1.0" />`,
    `<package id='${name}' version='1.0' />`,
    `{"dependencies":{"net8.0":{"${name}":{"resolved":"1.0"}}}}`,
    `<Project Sdk="${name}/1.0">`,
    `dotnet add package ${name} -v 1\n`,
  ],
  cocoapods: name => [
    `pod '${name}'`,
    `pod "${name}/Part", '~> 1'`,
    `PODS:\n  - ${name} (1.0):\n    - Other\n`,
    `PODS:\n  - "${name}/Part (1.0)"\n`,
  ],
  pub: name => [`dependencies:\n  ${name}: ^1.0.0\n`, `packages:\n  ${name}:\n    version: "1.0.0"\n`],
  swift: name => [
    `.package(url: "https://${name}.git", from: "1.0.0")`,
    `.package(url: "git@${name.replace('/', ':')}.git", from: "1.0.0")`,
    `{"pins":[{"location":"https://${name}"}]}`,
  ],
  hex: name => [
    `{:${name}, "~> 1.0"}`,
    `{:other, "~> 1.0", hex: :${name}}`,
    `%{"${name}": {:hex, :${name}, "1.0.0"}}`,
  ],
  golang: name => [
    `require ${name} v1.0.0\n`,
    `module x\n\nrequire (\n\t${name} v1.0.0\n)\n`,
    `${name} v1.0.0 h1:x=\n`,
    `go get ${name}/v2/sub@latest\n`,
  ],
  githubactions: name => [`- uses: ${name}@v1\n`, `uses: '${name}@v1'`],
  docker: name => [`FROM ${name}:1\n`, `image: "docker.io/${name}"`, `repository: ${name}\n`],
};
