param location string
param settings object

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: 'site'
  location: location
  properties: {
    siteConfig: {
      linuxFxVersion: 'DOCKER|${settings.registry}/web:1'
    }
  }
}
