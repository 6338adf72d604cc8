#!/bin/bash
version=3
docker run -d ${registry}/shop/web:$version
docker run -d $other/shop/db:1
