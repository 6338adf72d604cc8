#!/usr/bin/env bash
set -euo pipefail

lego --email ops@example.org --dns alidns --domains '*.example.org' run
~/.acme.sh/acme.sh --issue --dns dns_ali -d example.org -d '*.example.org'
docker run --rm -v "$PWD/out:/acme.sh" neilpang/acme.sh --issue --dns dns_dp -d example.org
docker exec acme acme.sh --issue --dns dns_huaweicloud -d example.org
certbot certonly --authenticator=dns-aliyun --dns-aliyun-credentials /etc/aliyun.ini -d example.org

velero install --provider alibabacloud --bucket backups --plugins example.org/velero-plugin:v1
rclone copy ./dist :s3:files --s3-provider Alibaba --s3-env-auth
rclone config create files s3 provider TencentCOS env_auth true
juicefs format --storage oss --bucket shared redis://redis:6379/1 shared

PROVIDER=tencentcloud
lego --dns "$PROVIDER" --domains example.org run

az cloud set --name AzureChinaCloud
az cloud set -n AzureChinaCloud
azcopy login --environment AzureChinaCloud
certbot certonly -a certbot-dns-dnspod:dns-dnspod -d example.org
xcaddy build v2.8.4 --output ./caddy --with github.com/caddy-dns/alidns@v1.0.23 --with github.com/caddy-dns/cloudflare
helm upgrade --install external-dns bitnami/external-dns --set policy=sync,provider=alibabacloud
helm install backup vmware-tanzu/velero --set configuration.backupStorageLocation[0].provider=alibabacloud
