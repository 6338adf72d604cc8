param a string = b
param b string = a
var __proto__ = 'chinanorth3'
var weird = '${'${'${'chinanorth3'}'}'}'
var 𝒳 = '🐳'
var emoji = '🐳 https://🐳.blob.core.chinacloudapi.cn \u{1F433} \u{FFFFFFFF} \'x\''
resource loop 'Microsoft.Compute/disks@2023-04-02' = { location: a, ..., ] ) }
resource proto 'Microsoft.Compute/disks@2023-04-02' = { location: __proto__ }
resource strange 'Microsoft.Compute/disks@2023-04-02' = { location: weird }
resource none '' = {}
@ @@ @allowed( param c string = 'x' ?? ? : 
for x in y: z
