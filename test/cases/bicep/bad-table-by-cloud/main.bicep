param place string

var suffixes = {
  AzureCloud: 'documents.azure.com'
  AzureChinaCloud: 'documents.azure.cn'
}
var vaults = {
  AzureCloud: {
    suffix: 'vault.azure.net'
  }
  AzureChinaCloud: {
    suffix: 'vault.azure.cn'
  }
}
var models = {
  near: 'https://api.example.com/v1'
  far: 'https://api.deepseek.com/v1'
}
var mirrors = [
  'https://mirrors.aliyun.com/pypi/simple'
]
var locations = {
  europe: 'westeurope'
  china: 'chinaeast2'
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'files'
  location: locations[place]
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: 'portal'
  location: 'westeurope'
  properties: {
    siteConfig: {
      appSettings: [
        {
          name: 'DATABASE'
          value: 'https://orders.${suffixes[environment().name]}'
        }
        {
          name: 'VAULT'
          value: vaults[environment().name].suffix
        }
        {
          name: 'MODEL_URL'
          value: models.far
        }
      ]
      defaultDocuments: [for mirror in mirrors: mirror]
    }
  }
}
