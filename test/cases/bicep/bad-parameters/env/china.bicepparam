using '../main.bicep'

param location = 'chinanorth3'
param settings = {
  registry: 'acme.azurecr.cn'
}
