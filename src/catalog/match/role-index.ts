import type { DataRole } from '../../model/vocabulary.ts';
import type { CompiledVendor } from '../compiled.ts';
import { PrefixIndex } from './prefix-index.ts';

/** The roles of one vendor's resource types. */
class VendorRoles {
  private readonly types = new Map<string, DataRole>();
  private readonly prefixes: PrefixIndex<DataRole>;

  constructor(resourceRoles: CompiledVendor['resourceRoles']) {
    const prefixes = new Map<string, DataRole>();
    for (const group of resourceRoles) {
      for (const type of group.types) this.types.set(type.toLowerCase(), group.role);
      for (const prefix of group.prefixes) prefixes.set(prefix.toLowerCase(), group.role);
    }
    this.prefixes = new PrefixIndex(prefixes);
  }

  roleOf(type: string): DataRole | undefined {
    return this.types.get(type) ?? this.prefixes.find(type).next().value?.entry;
  }
}

/** Which resource types of which vendor play which role. A vendor's index is made when it is first asked for. */
export class RoleIndex {
  private readonly vendors: ReadonlyMap<string, CompiledVendor>;
  private readonly roles = new Map<string, VendorRoles>();

  constructor(vendors: readonly CompiledVendor[]) {
    this.vendors = new Map(vendors.map(vendor => [vendor.id, vendor]));
  }

  /** The role of a resource type of this vendor: an equal type wins, then the longest prefix. */
  roleOf(vendor: string, type: string | undefined): DataRole | undefined {
    if (type === undefined) return undefined;
    let roles = this.roles.get(vendor);
    if (!roles) {
      roles = new VendorRoles(this.vendors.get(vendor)?.resourceRoles ?? []);
      this.roles.set(vendor, roles);
    }
    return roles.roleOf(type.toLowerCase()) ?? roles.roleOf(terraformType(type));
  }
}

/**
 * The Terraform type that a Pulumi type is most often made from: `aws:s3/bucket:Bucket` is `aws_s3_bucket`
 * (https://www.pulumi.com/docs/iac/concepts/resources/names/#types).
 */
function terraformType(type: string): string {
  const [namespace, module, name] = type.toLowerCase().split(/:(?=[^:])/);
  return name === undefined ? type : `${namespace}_${module?.replace(/\/.*$/s, '')}_${name}`;
}
