param where string = 'chinanorth3'

module network './modules/network.bicep' = {
  name: 'network'
  params: {
    location: where
  }
}

module registry 'br:acme.azurecr.cn/bicep/registry:v1' = {
  name: 'registry'
}

resource address 'Microsoft.Network/publicIPAddresses@2023-11-01' = {
  name: 'address'
  location: network.outputs.place
}
