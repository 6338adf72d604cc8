#!/bin/sh
az cloud set --name AzureChinaCloud
az deployment group create --resource-group shop --template-file main.bicep
