param location string = 'chinanorth3
param
resource
resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'logs
  location: location
  tags: { url: 'https://logs.blob.core.chinacloudapi.cn/${account.
}

resource disk 'Microsoft.Compute/disks@2023-04-02' = {
  location: 'chinaeast2'
  properties: [
