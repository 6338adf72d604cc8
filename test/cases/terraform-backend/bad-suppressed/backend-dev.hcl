bucket = "state"
# vendor-diligence-ignore-next-line flagged-vendor -- moves in May (OPS-31)
endpoint = "cos.ap-guangzhou.myqcloud.com"
other    = "obs.cn-north-4.myhuaweicloud.com"
