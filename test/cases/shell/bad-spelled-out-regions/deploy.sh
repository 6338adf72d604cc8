#!/bin/sh
LOCATION="China East 2"
az group create --name shop --location "$LOCATION"
az group create --name shop -l "China North 3"
PLACE="My House"
OFFICE_LOCATION="on the third floor"
