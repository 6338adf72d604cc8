param location string

resource net 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: 'net'
  location: location
}

output place string = location
