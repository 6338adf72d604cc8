@allowed([ 'chinanorth3', 'westeurope' ])
param location string
param stage string = 'prod'

var suffix = 'core.chinacloudapi.cn'
var places = {
  prod: 'chinaeast2'
  test: 'westeurope'
}
var replicas = [ 'chinanorth2', 'chinaeast3' ]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'logs'
  location: location

  resource blobs 'blobServices' = {
    name: 'default'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'keys'
}

resource disk 'Microsoft.Compute/disks@2023-04-02' = {
  name: 'data'
  location: places[stage]
  tags: { url: 'https://${account.name}.blob.${suffix}/in' }
}

resource caches 'Microsoft.Cache/redis@2023-08-01' = [for (place, i) in replicas: if (i > 0) {
  name: 'cache-${place}'
  location: place
}]

resource search 'Microsoft.Search/searchServices@2023-11-01' = {
  name: 'search'
  location: stage == 'prod'
    // vendor-diligence-ignore-next-line flagged-location -- our office there needs it
    ? 'China North 3'
    : 'West Europe'
}

output vaultUri string = 'https://keys.vault.azure.cn/'
