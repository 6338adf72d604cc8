param bucket string = 'setup'

resource vm 'Microsoft.Compute/virtualMachines@2024-03-01' = {
  name: 'vm'
  location: 'westeurope'
  properties: {
    osProfile: {
      customData: base64('''
#!/bin/sh
pip config set global.index-url https://mirrors.aliyun.com/pypi/simple
curl -O https://acme.oss-cn-beijing.aliyuncs.com/a.tgz # not https://b.oss-cn-beijing.aliyuncs.com
''')
    }
  }
}

resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
  name: 'script'
  location: 'westeurope'
  kind: 'AzureCLI'
  properties: {
    scriptContent: 'docker pull ccr.ccs.tencentyun.com/acme/${bucket}:1'
  }
}
