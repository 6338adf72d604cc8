@description('''
chinanorth3 and core.chinacloudapi.cn are not to be used.
''')
param denied array = [ 'chinanorth3', 'chinaeast2' ]
type place = 'chinanorth3' | 'westeurope'

func join2(a string, b string) string => '${a}.${b}.aliyun'

resource policy 'Microsoft.Authorization/policyAssignments@2023-04-01' = {
  name: 'no-china'
  properties: {
    displayName: 'Nothing below aliyuncs.com'
    parameters: { denied: { value: denied } }
  }
}

resource thing 'Contoso.Custom/things@2020-01-01' = {
  name: 'chinanorth3'
  location: 'chinanorth3'
}

module naming 'br/public:avm/res/network/dns-zone:0.5.0' = {
  name: 'naming'
  params: { name: 'chinacloudapi.cn.example.org' }
}
