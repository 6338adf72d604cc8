#!/bin/bash
kops create cluster --zones=cn-north-1a,cn-north-1b --name shop
eksctl create cluster --zones cn-northwest-1a,cn-northwest-1b shop
aws ec2 describe-regions --region-names cn-north-1 cn-northwest-1 --output text
az group list --locations "China East 2" chinanorth3
export AWS_AVAILABILITY_ZONES="cn-north-1a cn-north-1b"
for r in cn-north-1 cn-northwest-1; do aws s3 ls --region $r; done
for region in cn-hangzhou "$SECOND"; do
  aliyun ecs DescribeInstances --RegionId "$region"
done
PLACES="cn-shenzhen cn-beijing"
for place in $PLACES; do
  aliyun oss ls --region "${place}"
done
for r in us-east-1 eu-west-1; do aws ec2 describe-vpcs --region $r; done
for file in *.tf mirrors.aliyun.com; do echo "$file"; done
REGIONS="3, or as many as there are"
ZONES="$FIRST,cn-north-1a"
