import assert from 'node:assert/strict';
import { readCatalog } from '../../src/catalog/checks/validate.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { createMatcher, type MatchQuery } from '../../src/catalog/match/match.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';

const matcher = createMatcher(compileCatalog(readCatalog(readCatalogFiles()).catalog));

/** What of the catalog's facts must come out for what files really say: vendor × region × operator. */
const TABLE: readonly (readonly [query: MatchQuery, expected: string])[] = [
  [{ kind: 'region', value: 'us-east-1', provider: 'aliyun/alicloud' }, 'alibaba-cloud us-east-1 US'],
  [{ kind: 'region', value: 'us-west-1', provider: 'hashicorp/aws' }, 'aws us-west-1 US'],
  [
    { kind: 'region', value: 'ap-southeast-1', provider: 'huaweicloud/huaweicloud' },
    'huawei-cloud ap-southeast-1 HK',
  ],
  [{ kind: 'region', value: 'cn-hangzhou-b' }, 'alibaba-cloud cn-hangzhou CN'],
  [
    { kind: 'region', value: 'ap-guangzhou-3', provider: 'tencentcloudstack/tencentcloud' },
    'tencent-cloud ap-guangzhou CN',
  ],
  [
    { kind: 'region', value: 'China North 3', provider: 'hashicorp/azurerm' },
    'azure chinanorth3 CN 21Vianet',
  ],
  [
    { kind: 'host', value: 'https://bucket.oss-cn-shanghai-internal.aliyuncs.com/x' },
    'alibaba-cloud cn-shanghai CN',
  ],
  [{ kind: 'host', value: 'ecs.ap-southeast-1.aliyuncs.com' }, 'alibaba-cloud ap-southeast-1 SG'],
  [
    { kind: 'host', value: 'bucket-1250000000.cos.ap-guangzhou.myqcloud.com' },
    'tencent-cloud ap-guangzhou CN',
  ],
  [{ kind: 'host', value: 'obs.cn-north-4.myhuaweicloud.com' }, 'huawei-cloud cn-north-4 CN'],
  [{ kind: 'host', value: 'bucket.s3.us-west-2.amazonaws.com' }, 'aws us-west-2 US'],
  [{ kind: 'host', value: 'cn-north-1-logs.s3.amazonaws.com' }, 'aws'],
  [{ kind: 'image', value: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1' }, 'aws us-east-1 US'],
  [{ kind: 'image', value: 'swr.cn-north-4.myhuaweicloud.com/team/app:1' }, 'huawei-cloud cn-north-4 CN'],
  [
    { kind: 'mirror', value: 'https://registry.npmmirror.com', ecosystem: 'npm' },
    'alibaba-cloud CN mirror of origin:npm',
  ],
  [{ kind: 'region', value: 'ru-central1-b', provider: 'yandex-cloud/yandex' }, 'yandex ru-central1 RU'],
  [
    { kind: 'region', value: 'ru-moscow-1', provider: 'sbercloud-terraform/sbercloud' },
    'cloud-ru ru-moscow-1 RU',
  ],
  [
    { kind: 'region', value: 'ru-moscow-1', provider: 'huaweicloud/huaweicloud' },
    'huawei-cloud ru-moscow-1 RU Cloud.ru',
  ],
  [{ kind: 'region', value: 'ap-south-1', provider: 'linode/linode' }, 'akamai ap-south-1 SG'],
  [{ kind: 'region', value: 'eu-frankfurt-1', provider: 'oracle/oci' }, 'oracle-cloud eu-frankfurt-1 DE'],
  [{ kind: 'region', value: 'RegionOne', provider: 'vk-cs/vkcs' }, 'vk RegionOne RU'],
  [{ kind: 'region', value: 'RegionOne' }, 'not-in-catalog'],
  [{ kind: 'host', value: 'my-bucket.eos-beijing-1.cmecloud.cn' }, 'china-mobile-cloud beijing1 CN'],
  [{ kind: 'host', value: 'obs.eu-de.otc.t-systems.com' }, 'open-telekom-cloud eu-de DE'],
  [
    { kind: 'mirror', value: 'https://pypi.tuna.tsinghua.edu.cn/simple', ecosystem: 'pypi' },
    'cn-university-mirrors CN mirror of pypi.org/simple',
  ],
  [{ kind: 'image', value: 'm.daocloud.io/docker.io/library/nginx:1' }, 'daocloud CN mirror of docker.io'],
  [
    { kind: 'mirror', value: 'http://mirrors.aliyun.com/debian', ecosystem: 'debian' },
    'alibaba-cloud CN mirror of origin:debian',
  ],
];

describe('the catalog, asked as files ask it', () => {
  for (const [query, expected] of TABLE) {
    it(`${query.kind} ${query.value}${query.provider ? ` of ${query.provider}` : ''} → ${expected}`, () => {
      assert.equal(summary(query), expected);
    });
  }

  it('knows who operates regions in CN', () => {
    const query = { kind: 'region', provider: 'hashicorp/aws' } as const;
    assert.match(summary({ ...query, value: 'cn-north-1' }), /^aws cn-north-1 CN .*Sinnet/);
    assert.match(summary({ ...query, value: 'cn-northwest-1' }), /^aws cn-northwest-1 CN .*(NWCD|Ningxia)/);
    assert.match(
      summary({ kind: 'host', value: 's3.cn-north-1.amazonaws.com.cn' }),
      /^aws cn-north-1 CN .*Sinnet/,
    );
    assert.match(summary({ kind: 'partition', value: 'arn:aws-cn:s3:::bucket' }), /^aws CN/);
  });

  it('keeps open-source packages apart', () => {
    for (const purl of ['pkg:npm/antd@5.0.0', 'pkg:golang/github.com/bytedance/sonic@v1.0.0']) {
      const result = matcher.match({ kind: 'package', value: purl });
      assert.ok(Array.isArray(result), purl);
      assert.deepEqual(
        result.map(({ relationship }) => relationship),
        ['open-source'],
      );
    }
  });

  it('takes an id that several vendors have for anybody’s', () => {
    const result = matcher.match({ kind: 'region', value: 'us-west-1' });
    assert.ok(Array.isArray(result));
    const [first] = result;
    assert.equal(first?.confidence, 'possible');
    assert.ok([first?.vendor, ...(first?.alternatives ?? [])].includes('aws'));
  });
});

function summary(query: MatchQuery): string {
  const result = matcher.match(query);
  if (typeof result === 'string') return result;
  return result
    .map(({ vendor, region, location, operator, mirrorOf }) =>
      [vendor, region, location, operator, mirrorOf && `mirror of ${mirrorOf}`].filter(Boolean).join(' '),
    )
    .join(' | ');
}
