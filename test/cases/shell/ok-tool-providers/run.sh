#!/usr/bin/env bash
# Options and words of other tools.
lego --dns cloudflare --domains example.org run
acme.sh --issue --dns dns_cf -d example.org
docker run --dns 192.0.2.53 registry.example.org/team/app --provider obs
tool --storage oss --provider cos --dns alidns
echo "use lego --dns alidns for the other zone"
certbot certonly --standalone -d example.org
rclone copy ./dist files:dist --s3-provider Minio
juicefs format --storage minio --bucket shared redis://redis:6379/1 shared
az cloud set --name AzureCloud
deploy --environment staging --cloud on-premises
helm upgrade --install app example/app --set provider=alibabacloud --set storage=oss
