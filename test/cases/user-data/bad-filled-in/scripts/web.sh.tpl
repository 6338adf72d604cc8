#!/bin/bash
docker run -d ${registry}/shop/web:${version}
