using '../hub.bicep'

param location = 'chinaeast2'
param name = 'acme-prod'
