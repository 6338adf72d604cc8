/**
 * The name by which an entry of a version catalog is looked up. Scripts write `libs.aliyun.oss` for what the catalog
 * calls `aliyun-oss`, `aliyun_oss` or `aliyun.oss`.
 */
export function catalogName(name: string): string {
  return `catalog ${name.replace(/[-_.]+/g, '.')}`;
}
