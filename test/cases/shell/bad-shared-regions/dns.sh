#!/bin/sh
API_HOST=clouddnsservice.jdcloud-api.com
DEFAULT_REGION=cn-north-1
curl "https://$API_HOST/v1/regions/$DEFAULT_REGION/domain"
