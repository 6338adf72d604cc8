#Requires -Modules Az.Accounts
<#
.SYNOPSIS
  Deploys the web shop; see https://portal.azure.cn for the result.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string]$Name,
    [string]$Location = "chinaeast2",
    [string]$Cloud = 'AzureChinaCloud'
)

$ErrorActionPreference = 'Stop'
Connect-AzAccount -Environment $Cloud -Tenant $env:TENANT
Connect-AzAccount -Environment AzureChinaCloud -UseDeviceAuthentication

New-AzResourceGroup -Name "$Name-shop" `
    -Location $Location

$settings = @{
    ResourceGroupName = "$Name-shop"
    Location          = 'chinanorth3'
    SkuName           = 'Standard_LRS'
}
New-AzStorageAccount @settings -Name "$($Name.ToLower())files"

az cloud set --name AzureChinaCloud
az group create --name "$Name-shop" --location westeurope
$uri = "https://$Name.blob.core.chinacloudapi.cn/site"
Invoke-WebRequest -Uri $uri -OutFile index.html
if ($Location -eq 'chinaeast') { Write-Host "Old region chinaeast at https://manage.windowsazure.cn" }
