import assert from 'node:assert/strict';
import { createMatcher, type MatchQuery, type MatchResult } from '../../src/catalog/match/match.ts';
import type { Attribution } from '../../src/model/match.ts';
import type { ReferenceKind } from '../../src/model/vocabulary.ts';
import { UNKNOWN_PART } from '../../src/text/unknown-part.ts';
import { smallCatalog } from './small-catalog.ts';

const matcher = createMatcher(smallCatalog());

/** `dragon-cloud mirror` plus whatever else the attribution says, in one line. */
function line(result: MatchResult): string {
  return typeof result === 'string' ? result : result.map(describeAttribution).join(' | ');
}

function describeAttribution({ vendor, relationship, indicator, confidence, ...rest }: Attribution): string {
  const extras = Object.entries(rest).map(([key, value]) => `${key}=${value}`);
  return [vendor, relationship, confidence, ...extras, `(${indicator})`].join(' ');
}

type Row = readonly [value: string, expected: string, more?: Partial<MatchQuery>];

function table(kind: ReferenceKind, rows: readonly Row[]): void {
  describe(kind, () => {
    for (const [value, expected, more] of rows) {
      const shown = value.replaceAll(UNKNOWN_PART, '…');
      it(`${shown}${more ? ` ${JSON.stringify(more)}` : ''} → ${expected}`, () => {
        assert.equal(line(matcher.match({ kind, value, ...more })), expected);
      });
    }
  });
}

const SERVICE = 'dragon-cloud service certain';

describe('catalog/match', () => {
  table('provider', [
    ['dragon/dragoncloud', `${SERVICE} (provider dragon/dragoncloud)`],
    ['registry.terraform.io/Dragon/DragonCloud', `${SERVICE} (provider dragon/dragoncloud)`],
    ['registry.opentofu.org/dragon/dragoncloud', `${SERVICE} (provider dragon/dragoncloud)`],
    ['dragoncloud', `${SERVICE} (provider hashicorp/dragoncloud)`],
    ['someone/dragoncloud', 'not-in-catalog'],
    ['terraform.io/builtin/terraform', 'builtin'],
    ['__proto__', 'not-in-catalog'],
    ['constructor', 'not-in-catalog'],
  ]);

  table('resource', [
    ['dragoncloud_vpc', `${SERVICE} role=network (prefix dragoncloud_)`],
    ['dragoncloud_bucket', `${SERVICE} role=data-store (prefix dragoncloud_)`],
    ['dragoncloud_db_instance', `${SERVICE} role=data-store (prefix dragoncloud_)`],
    ['dragoncloud_db_parameters', `${SERVICE} role=none (prefix dragoncloud_)`],
    ['dragon::ECS::Instance', `${SERVICE} (prefix dragon::)`],
    ['dragoncloudy_vpc', 'not-in-catalog'],
    ['dragoncloud_vpc', 'eagle service certain (provider hashicorp/eagle)', { provider: 'hashicorp/eagle' }],
    ['dragoncloud_vpc', `${SERVICE} role=network (prefix dragoncloud_)`, { provider: 'acme/unknown' }],
    ['dragoncloud_vpc', `${SERVICE} role=network (prefix dragoncloud_)`, { provider: UNKNOWN_PART }],
    [`dragoncloud_${UNKNOWN_PART}`, `${SERVICE} role=network (prefix dragoncloud_)`],
  ]);

  table('data-source', [
    ['dragoncloud_zones', `${SERVICE} role=network (prefix dragoncloud_)`],
    ['eagle_caller', 'eagle service certain (prefix eagle_)'],
  ]);

  table('region', [
    [
      'cn-lake',
      `${SERVICE} region=cn-lake location=CN city=Lakeside (region cn-lake)`,
      { provider: 'dragon/dragoncloud' },
    ],
    ['cn-lake', 'dragon-cloud service likely region=cn-lake location=CN city=Lakeside (region cn-lake)'],
    [
      'cn-lake-b',
      'dragon-cloud service likely region=cn-lake location=CN city=Lakeside (zone of region cn-lake)',
    ],
    [
      `cn-lake-${UNKNOWN_PART}`,
      'dragon-cloud service likely region=cn-lake location=CN city=Lakeside (zone of region cn-lake)',
    ],
    ['cn-lake-bb', 'not-in-catalog'],
    ['us-west-1', `${SERVICE} region=us-west-1 location=US (region us-west-1)`, { provider: 'dragoncloud' }],
    [
      'us-west-1',
      'eagle service certain region=us-west-1 location=US (region us-west-1)',
      { provider: 'hashicorp/eagle' },
    ],
    [
      'us-west-1',
      'dragon-cloud service possible region=us-west-1 location=US alternatives=eagle (region us-west-1)',
    ],
    ['us-west-1a', 'eagle service likely region=us-west-1 location=US (zone of region us-west-1)'],
    ['us-west-1', 'not-in-catalog', { provider: 'acme/unknown' }],
    ['cn-lake', 'not-in-catalog', { provider: 'hashicorp/eagle' }],
    [
      'China Lake',
      'eagle service certain region=cn-lake-1 location=CN operator=Lakeside Data (region cn-lake-1)',
      { provider: 'hashicorp/eagle' },
    ],
    ['lk', `${SERVICE} region=lk location=CN (region lk)`, { provider: 'dragon/dragoncloud' }],
    ['lk', 'not-in-catalog'],
    [
      'regionone',
      `${SERVICE} region=RegionOne location=CN (region RegionOne)`,
      { provider: 'dragon/dragoncloud' },
    ],
    ['RegionOne', 'not-in-catalog'],
    ['RegionOne-a', 'not-in-catalog'],
    [UNKNOWN_PART, 'not-in-catalog'],
    ['__proto__', 'not-in-catalog'],
    [
      'us-west-1',
      `${SERVICE} region=us-west-1 location=US role=data-store (region us-west-1)`,
      { provider: 'dragon/dragoncloud', resourceType: 'dragoncloud_bucket' },
    ],
  ]);

  table('host', [
    ['vpc.dragonapis.com', `${SERVICE} (domain dragonapis.com)`],
    ['DRAGONAPIS.COM', `${SERVICE} (domain dragonapis.com)`],
    ['notdragonapis.com', 'not-in-catalog'],
    ['dragonapis.com.evil.example.org', 'not-in-catalog'],
    [
      'https://dos-cn-lake-internal.dragonapis.com/bucket',
      `${SERVICE} region=cn-lake location=CN city=Lakeside role=data-store (glob dos-*.dragonapis.com)`,
    ],
    [
      'https://dos-cn-lake-finance-1.dragonapis.com',
      `${SERVICE} region=cn-lake-finance-1 location=CN role=data-store (glob dos-*.dragonapis.com)`,
    ],
    ['vpc.us-west-1.dragonapis.com', `${SERVICE} region=us-west-1 location=US (domain dragonapis.com)`],
    // The first label is the customer's own.
    ['cn-lake-logs.vpc.dragonapis.com', `${SERVICE} (domain dragonapis.com)`],
    ['chat.dragonapis.com', 'dragon-cloud ai-api certain role=ai (host chat.dragonapis.com)'],
    [`https://dos-${UNKNOWN_PART}.dragonapis.com`, `${SERVICE} role=data-store (glob dos-*.dragonapis.com)`],
    [`https://${UNKNOWN_PART}dragonapis.com`, 'not-in-catalog'],
    [
      's3.cn-lake-1.eagleapis.com.cn',
      'eagle service certain region=cn-lake-1 location=CN operator=Lakeside Data (domain eagleapis.com.cn)',
    ],
    [
      'x.eagleapis.com.cn',
      'eagle service certain location=CN operator=Lakeside Data (domain eagleapis.com.cn)',
    ],
    [
      'curl https://mirrors.dragon.com/npm/left-pad | sh',
      'dragon-cloud mirror certain location=CN mirrorOf=origin:npm (mirror mirrors.dragon.com/npm)',
    ],
    [
      'from vpc.dragonapis.com to https://x.eagleapis.com/y',
      `${SERVICE} (domain dragonapis.com) | eagle service certain (domain eagleapis.com)`,
    ],
    ['cr.dragon', `${SERVICE} (domain cr.dragon)`],
    ['no host here', 'not-in-catalog'],
    ['someone@dragonapis.com', 'not-in-catalog'],
    ['/srv/dragonapis.com', 'not-in-catalog'],
  ]);

  table('image', [
    ['cr.dragon/team/app:1.2', `${SERVICE} (domain cr.dragon)`],
    ['cr.dragon:5000/team/app', `${SERVICE} (domain cr.dragon)`],
    ['eu.cr.dragon/app@sha256:00', `${SERVICE} (domain cr.dragon)`],
    [
      'registry.cn-lake.dragonapis.com/a/b:v1',
      `${SERVICE} region=cn-lake location=CN city=Lakeside (domain dragonapis.com)`,
    ],
    [
      'registry.dragonapis.com/copies/nginx',
      'dragon-cloud mirror certain (prefix registry.dragonapis.com/copies)',
    ],
    ['registry.dragonapis.com/copiesx/nginx', `${SERVICE} (domain dragonapis.com)`],
    [
      'registry.dragonapis.com/k8s/pause:3.9',
      'dragon-cloud mirror certain location=CN mirrorOf=registry.k8s.io (mirror registry.dragonapis.com/k8s)',
    ],
    [
      'abc123.accelerator.dragon.com/library/nginx',
      'dragon-cloud mirror certain location=CN mirrorOf=docker.io (mirror *.accelerator.dragon.com)',
    ],
    ['dragonware/agent:2', 'dragon-cloud telemetry certain (package pkg:docker/dragonware/agent)'],
    ['docker.io/dragonware/agent', 'dragon-cloud telemetry certain (package pkg:docker/dragonware/agent)'],
    ['example.com/dragonware/agent', 'not-in-catalog'],
    [`${UNKNOWN_PART}/dragonware/agent`, 'not-in-catalog'],
    ['example.com/cr.dragon/x', 'not-in-catalog'],
    ['nginx:1.27', 'not-in-catalog'],
    ['scratch', 'builtin'],
  ]);

  table('package', [
    ['pkg:npm/%40dragon/core@1.0.0', 'dragon-cloud service-sdk certain (prefix pkg:npm/%40dragon/)'],
    ['pkg:npm/@dragon/core', 'dragon-cloud service-sdk certain (prefix pkg:npm/%40dragon/)'],
    ['pkg:npm/%40dragon/cli@2', 'dragon-cloud deploy-tool certain (package pkg:npm/%40dragon/cli)'],
    ['pkg:npm/%40dragonfly/core', 'not-in-catalog'],
    ['pkg:npm/cache-dragon-adapter', 'dragon-cloud service-sdk certain (glob pkg:npm/*-dragon-adapter)'],
    ['pkg:pypi/Dragon_Python.SDK@1', 'dragon-cloud service-sdk certain (package pkg:pypi/dragon-python-sdk)'],
    [
      'pkg:golang/github.com/Dragon-SDK/core/v3@v3.1.0#sub',
      'dragon-cloud service-sdk certain (prefix pkg:golang/github.com/dragon-sdk/)',
    ],
    ['pkg:pypi/%40dragon/core', 'not-in-catalog'],
    ['dragon-python-sdk', 'not-in-catalog'],
    ['pkg:npm/__proto__', 'not-in-catalog'],
  ]);

  table('mirror', [
    [
      'https://mirrors.dragon.com/npm/',
      'dragon-cloud mirror certain location=CN mirrorOf=origin:npm (mirror mirrors.dragon.com/npm)',
      { ecosystem: 'npm' },
    ],
    [
      'https://mirrors.dragon.com/npm/',
      'dragon-cloud mirror certain location=CN (mirror mirrors.dragon.com/npm)',
      { ecosystem: 'pypi' },
    ],
    ['https://mirrors.dragon.com/npmx/', 'dragon-cloud mirror certain (domain mirrors.dragon.com)'],
    ['https://nexus.dragonapis.com/maven', 'dragon-cloud mirror certain (domain dragonapis.com)'],
    ['https://packages.example.org/mirrors.dragon.com/', 'not-in-catalog'],
  ]);

  table('module', [
    ['terraform-dragon-modules/vpc/dragoncloud', `${SERVICE} (prefix terraform-dragon-modules/)`],
    ['acme/vpc/dragoncloud//modules/a', `${SERVICE} (suffix /dragoncloud)`],
    ['app.terraform.io/acme/vpc/dragoncloud', `${SERVICE} (suffix /dragoncloud)`],
    [
      'git::https://github.com/terraform-dragon-modules/x.git//a?ref=v1',
      `${SERVICE} (prefix terraform-dragon-modules/)`,
    ],
    ['git@github.com:terraform-dragon-modules/x.git', `${SERVICE} (prefix terraform-dragon-modules/)`],
    ['git::https://github.com/acme/dragoncloud.git', 'not-in-catalog'],
    [
      'https://dos-cn-lake.dragonapis.com/m.zip',
      `${SERVICE} region=cn-lake location=CN city=Lakeside role=data-store (glob dos-*.dragonapis.com)`,
    ],
    ['./modules/dragoncloud', 'local'],
    ['../dragoncloud', 'local'],
  ]);

  table('action', [
    ['dragon/login@v1', 'dragon-cloud deploy-tool certain (prefix dragon/)'],
    ['Dragon/tools/push@main', 'dragon-cloud deploy-tool certain (prefix dragon/)'],
    ['community/dragon-login@v2', 'dragon-cloud deploy-tool certain (prefix community/dragon-login)'],
    ['community/dragon-login-next@v2', 'not-in-catalog'],
    [
      'helper/dragon-deploy@v1',
      'dragon-cloud deploy-tool certain (package pkg:githubactions/helper/dragon-deploy)',
    ],
    ['docker://cr.dragon/action:1', `${SERVICE} (domain cr.dragon)`],
    ['./.github/actions/dragon', 'local'],
    ['acme/dragon@v1', 'not-in-catalog'],
  ]);

  table('chart', [
    ['https://charts.dragon.com/stable', `${SERVICE} (prefix charts.dragon.com/stable)`],
    ['oci://eu.cr.dragon/charts/app', `${SERVICE} (domain cr.dragon)`],
    ['dragon-operator', 'dragon-cloud open-source certain (package pkg:helm/dragon-operator)'],
    ['file://../dragon', 'local'],
  ]);

  table('api-group', [
    ['vpc.dragoncloud.crossplane.io/v1alpha1', `${SERVICE} (domain dragoncloud.crossplane.io)`],
    ['dragoncloud.crossplane.io.example.org', 'not-in-catalog'],
  ]);
  table('annotation', [
    [
      'service.beta.kubernetes.io/dragon-load-balancer-id',
      `${SERVICE} (prefix service.beta.kubernetes.io/dragon-load-balancer-)`,
    ],
    ['service.beta.kubernetes.io/eagle-load-balancer-id', 'not-in-catalog'],
  ]);
  table('driver', [
    ['diskplugin.csi.dragon.com', `${SERVICE} (glob *plugin.csi.dragon.com)`],
    ['plugin.csi.dragon.com.example', 'not-in-catalog'],
  ]);
  table('backend', [
    ['dos', `${SERVICE} role=data-store (backend dos)`],
    ['ddos', 'not-in-catalog'],
  ]);
  table('plugin', [
    ['serverless-dragon-functions', 'dragon-cloud deploy-tool certain (plugin serverless-dragon-functions)'],
  ]);
  table('environment-variable', [
    ['DRAGON_CLOUD_KEY', `${SERVICE} (prefix DRAGON_CLOUD_)`],
    ['dragon_cloud_key', 'not-in-catalog'],
  ]);
  table('partition', [
    [
      'ern:eagle-cn:vm:cn-lake-1:1:x',
      'eagle service certain region=cn-lake-1 location=CN operator=Lakeside Data (prefix ern:eagle-cn:)',
    ],
    ['ern:eagle-cn:iam::1:role', 'eagle service certain location=CN (prefix ern:eagle-cn:)'],
    ['ern:eagle:iam::1:role', 'not-in-catalog'],
  ]);

  it('takes the package entry with its own facts', () => {
    assert.equal(matcher.packageEntry('pkg:npm/%40dragon/cli@1.2.3')?.relationship, 'deploy-tool');
    assert.equal(matcher.packageEntry('pkg:npm/react'), undefined);
  });
});
