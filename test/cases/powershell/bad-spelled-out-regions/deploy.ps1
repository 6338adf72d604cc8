New-AzResourceGroup -Name shop -Location "China East 2"
New-AzVm -Name web -Location 'chinanorth3'
$location = "China North 2"
New-AzVm -Name web -Location $location
