// Not for chinanorth3; formerly oss-cn-hangzhou.aliyuncs.com.
metadata description = 'Not for chinanorth3'
targetScope = 'resourceGroup'

@description('Anywhere but chinanorth3')
@allowed([
  'westeurope'
  'northeurope'
])
param location string = 'westeurope'
param skuName string = 'B1'

var name = 'site-${uniqueString(resourceGroup().id)}'

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: 'plan-${name}'
  location: location
  sku: { name: skuName }
}

resource site 'Microsoft.Web/sites@2023-12-01' = if (skuName != 'chinanorth3') {
  name: name
  location: resourceGroup().location
  properties: {
    serverFarmId: plan.id
    siteConfig: {
      appSettings: [
        { name: 'BLOB', value: 'https://${name}.blob.${environment().suffixes.storage}' }
      ]
    }
  }
}

output host string = 'https://${site.properties.defaultHostName}'
