param registry string = 'registry.cn-hangzhou.aliyuncs.com'
param tag string = 'latest'

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'chat'
  location: 'westeurope'
  properties: {
    template: {
      containers: [
        {
          name: 'chat'
          image: '${registry}/acme/chat:${tag}'
          env: [
            { name: 'OPENAI_BASE_URL', value: 'https://dashscope.aliyuncs.com/compatible-mode/v1' }
            { name: 'DASHSCOPE_API_KEY', secretRef: 'key' }
          ]
        }
      ]
    }
  }
}
