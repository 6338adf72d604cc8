import assert from 'node:assert/strict';
import { scopeVariable } from '../../src/formats/shared/expressions.ts';
import { shellReferences } from '../../src/formats/shared/scripts/shell-references.ts';
import { placedSlice } from '../../src/parsers/placed-text.ts';
import { sliceSpan, span } from '../../src/text/span.ts';

describe('what shell commands refer to', () => {
  const mirrors: [script: string, ecosystem: string][] = [
    ['npm config set registry https://m.example.com', 'npm'],
    ['npm config set registry=https://m.example.com', 'npm'],
    ['npm config set @acme:registry https://m.example.com', 'npm'],
    ['npm set registry https://m.example.com', 'npm'],
    ['npm ci --registry=https://m.example.com', 'npm'],
    ['sudo -E pnpm install --registry https://m.example.com', 'npm'],
    ['yarn config set npmRegistryServer "https://m.example.com"', 'npm'],
    ['npm config set disturl https://m.example.com', 'node'],
    ['npm config set electron_mirror https://m.example.com', 'npm-binaries'],
    ['pip install -i https://m.example.com x', 'pypi'],
    ['python3 -m pip install --index-url=https://m.example.com x', 'pypi'],
    ['pip3 install --extra-index-url https://m.example.com x', 'pypi'],
    ['pip config set global.index-url https://m.example.com', 'pypi'],
    ['uv pip install --default-index https://m.example.com x', 'pypi'],
    ['poetry source add --priority=primary mirror https://m.example.com', 'pypi'],
    ['go env -w GOPROXY=https://m.example.com,direct', 'go'],
    ['GOPROXY=https://m.example.com go build', 'go'],
    ['export GOPROXY=https://m.example.com', 'go'],
    ['env GOPROXY=https://m.example.com go build', 'go'],
    ['setx GOPROXY https://m.example.com', 'go'],
    ['gem sources --add https://m.example.com', 'rubygems'],
    ['bundle config set --global mirror.https://rubygems.org https://m.example.com', 'rubygems'],
    ['composer config -g repo.packagist composer https://m.example.com', 'composer'],
    ['apk add --repository https://m.example.com curl', 'alpine'],
    ['apk add -X https://m.example.com curl', 'alpine'],
    ['conda config --add channels https://m.example.com', 'conda'],
    [`Rscript -e "install.packages('x', repos='https://m.example.com')"`, 'cran'],
    ['cpanm --mirror https://m.example.com X', 'cpan'],
    ['dotnet nuget add source https://m.example.com', 'nuget'],
    ['yum-config-manager --add-repo https://m.example.com/docker-ce/x.repo', 'docker-ce'],
    ['add-apt-repository "deb https://m.example.com/ubuntu jammy main"', 'ubuntu'],
    ['sed -i s/dl-cdn.alpinelinux.org/m.example.com/g /etc/apk/repositories', 'alpine'],
    [`sed -i 's#https\\?://[^/]*/ubuntu#https://m.example.com/ubuntu#' /etc/apt/sources.list`, 'ubuntu'],
    [`sed -i -e 's|//old|//x|' -e 's|//old|//m.example.com\\/centos|' /etc/yum.repos.d/a.repo`, 'centos'],
    ['echo "https://m.example.com/v3/main" >> /etc/apk/repositories', 'alpine'],
    ['echo "deb https://m.example.com/ubuntu x main" | sudo tee /etc/apt/sources.list', 'ubuntu'],
    ['printf "registry=https://m.example.com" > ~/.npmrc', 'npm'],
    ['curl -o /etc/yum.repos.d/a.repo https://m.example.com/rocky/a.repo', 'rocky'],
    ['bash -c "pip install -i https://m.example.com x"', 'pypi'],
    ['if true; then npm config set registry https://m.example.com; fi', 'npm'],
    ['docker build --build-arg PIP_INDEX_URL=https://m.example.com .', 'pypi'],
  ];
  for (const [script, ecosystem] of mirrors) {
    it(script, () => {
      const found = extract(script).filter(row => row.startsWith('mirror'));
      assert.equal(found.length, 1, found.join());
      assert.match(found[0] ?? '', new RegExp(`^mirror\\[${ecosystem}\\] m\\.example\\.com`));
    });
  }

  const others: [script: string, is: string[]][] = [
    ['docker pull r.example.com/a:1', ['image r.example.com/a:1']],
    ['docker run --rm -it -v /a:/b --name c r.example.com/a:1 sh', ['image r.example.com/a:1']],
    ['podman tag a:1 r.example.com/a:1', ['image a:1', 'image r.example.com/a:1']],
    ['docker login -u x r.example.com', ['image r.example.com']],
    ['docker buildx build -t r.example.com/a:$TAG .', ['image r.example.com/a:$TAG = r.example.com/a:<TAG>']],
    ['skopeo copy docker://r.example.com/a:1 dir:/tmp', ['image r.example.com/a:1']],
    ['kubectl set image deployment/web web=r.example.com/a:1', ['image r.example.com/a:1']],
    ['kubectl run a --image=r.example.com/a:1', ['image r.example.com/a:1']],
    ['crictl pull r.example.com/a:1', ['image r.example.com/a:1']],
    ['helm repo add x https://c.example.com/charts', ['chart c.example.com = https://c.example.com/charts']],
    ['helm install a oci://c.example.com/a', ['chart c.example.com = oci://c.example.com/a']],
    ['curl -fsSL https://h.example.com/x | sh', ['host h.example.com = h.example.com/x']],
    ['git clone git@h.example.com:o/r.git', ['host h.example.com']],
    ['git config user.email me@h.example.com', []],
    ['wget "https://${HOST:-h.example.com}/x"', ['host h.example.com']],
    ['curl https://a-$REGION.example.com/x', ['host a-$REGION.example.com = a-<REGION>.example.com/x']],
    ['echo $(curl https://h.example.com)', ['host h.example.com']],
    ['npm config set registry $REGISTRY', ['mirror[npm] $REGISTRY = <REGISTRY>']],
    ['sed -i s/old.example.com/h.example.com/ app.conf', ['host h.example.com']],
    ['# curl https://h.example.com', []],
    ['npm install registry', ['package registry']],
    ['export SECRET_KEY=x salt=y', ['environment-variable SECRET_KEY']],
    ['region=cn-hangzhou', ['region cn-hangzhou']],
    ['tool --zone-id cn-hangzhou-b', ['region cn-hangzhou-b']],
    ['tool --region ../cn-hangzhou --dns-zone cn-hangzhou', []],
  ];
  for (const [script, is] of others) it(script, () => assert.deepEqual(extract(script), is));
});

function extract(script: string): string[] {
  const context = { where: { scope: 's', structuralPath: [] }, lookUp: scopeVariable };
  return shellReferences(placedSlice(script, span(0, script.length)), context).map(reference => {
    const underlined = sliceSpan(script, reference.span);
    const { value, kind, ecosystem } = reference;
    const parts = value.type === 'template' ? value.parts : [value];
    const said = parts
      .map(part => (part.type === 'literal' ? part.value : part.type === 'variable' ? `<${part.name}>` : '?'))
      .join('');
    const head = `${kind}${ecosystem === undefined ? '' : `[${ecosystem}]`} ${underlined}`;
    return said === underlined ? head : `${head} = ${said}`;
  });
}
