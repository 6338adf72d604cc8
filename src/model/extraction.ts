import type { Span } from '../text/span.ts';
import type { Expression } from './expression.ts';
import type { Problem } from './problem.ts';
import type { ReferenceKind } from './vocabulary.ts';

/** Something a file says that can belong to a vendor. An extractor knows no vendor. */
export interface Reference {
  readonly kind: ReferenceKind;
  /**
   * What is compared with the catalog once resolved: a provider's source address (`aliyun/alicloud`), a
   * resource type, a region id, an image reference, a host or the text around it, a package name, …
   */
  readonly value: Expression;
  /** The token to underline: exactly what is written, never the whole line. */
  readonly span: Span;
  /** Where in the document's structure, for fingerprints and messages: `['resource', 'alicloud_vpc', 'main', 'region']`. */
  readonly structuralPath: readonly string[];
  /** The scope in which `value` and `provider` are resolved. */
  readonly scope: string;
  /** The provider whose configuration the reference stands in; resolves to a source address. */
  readonly provider?: Expression;
  /** Resources: the region that they are in, by their own setting or their provider's; resolves to a region id. */
  readonly region?: Expression;
  /** What is asked for where it stands in branches of conditionals: each has values only if its branch may be taken. */
  readonly conditions?: readonly Expression[];
  /** The type of the resource that the reference stands in, for its data role: `alicloud_oss_bucket`. */
  readonly resourceType?: string;
  readonly package?: PackageReference;
  /** Mirrors only: which package tool's downloads it redirects (`npm`, `pypi`, `docker`, `debian`, …). */
  readonly ecosystem?: string;
  /** Further places in the same file that say the same: a lockfile's `resolved` hosts are one reference. */
  readonly repeats?: readonly Span[];
}

/** A package as a manifest or lockfile names it. */
export interface PackageReference {
  /** https://github.com/package-url/purl-spec, with the version when the file pins one. */
  readonly purl: string;
  readonly name: string;
  /** The version or range as written. */
  readonly version?: string;
  /** A manifest's own dependency, or a package that only a lockfile has. */
  readonly dependency: 'direct' | 'transitive';
  /** Lockfiles: the node in `Extraction.graph` that this reference is. */
  readonly node?: string;
}

/** A named value in a scope. */
export interface Definition {
  readonly scope: string;
  /**
   * Where nothing in `scope` gives the name a default, the definition is an `alternative` in the first of these
   * scopes that does: a file of values may belong to a module in a folder above.
   */
  readonly outerScopes?: readonly string[];
  /** As uses name it: `var.region`, `local.zone`, `TAG`. */
  readonly name: string;
  readonly value: Expression;
  /**
   * `default`: holds unless something else is given. `override`: replaces the default (`terraform.tfvars`).
   * `alternative`: may be used instead (`prod.tfvars`, `.env.production`): the name can be either.
   */
  readonly precedence: 'default' | 'override' | 'alternative';
  /** A table that is good for nothing but to be looked up: what no key selects is not used. */
  readonly isTable?: true;
  /** Whoever runs it may give another value, and need not write it down. */
  readonly isReplaceable?: true;
}

/** One use of a local module: gives its inputs values that are resolved in the caller's scope. */
export interface ModuleCall {
  readonly scope: string;
  /** The called module's scope. */
  readonly target: string;
  /**
   * As the language names it: `module.network`. In `scope`, the name `module.network.region` stands for what
   * `output.region` is in `target`. Empty for a call that nothing names: it only hands names down.
   */
  readonly name: string;
  readonly span: Span;
  /** By the name that the called module uses: `var.region`. */
  readonly inputs: ReadonlyMap<string, Expression>;
  /**
   * Names that begin with `prefix` and are not among `inputs` may also be the elements of the object `value`: a
   * configuration takes inputs over from others.
   */
  readonly otherInputs?: { readonly prefix: string; readonly value: Expression };
  /** The outputs of the called module are the caller's own. */
  readonly givesOutputs?: true;
  /** Names that begin so mean in the called module what they mean in `scope`, unless it or `inputs` says otherwise. */
  readonly inheritedPrefix?: string;
}

/** A use of a named value: of one entry of a table, or of all that it is. */
export interface TableLookup {
  readonly scope: string;
  /** The table, as `Definition.name` has it. */
  readonly name: string;
  /** From the outside in; none where the whole is used. */
  readonly keys: readonly Expression[];
}

/** Who depends on whom in a lockfile. Nodes are the file's own keys; the project itself is `''`. */
export interface DependencyGraph {
  readonly edges: ReadonlyMap<string, readonly string[]>;
  /** The names that people know the nodes by: for a package, `PackageReference.name`. */
  readonly names: ReadonlyMap<string, string>;
  /**
   * The nodes that are projects of their own (the project itself, workspaces, local folders), each with the path of
   * the manifest that lists its dependencies. That manifest may be in another module than the lockfile.
   */
  readonly roots: ReadonlyMap<string, string>;
  /**
   * The lockfile does not say what the project itself asks for (npm version 1): the root's edges are the nodes that
   * nobody else requires, and the manifest knows better.
   */
  readonly rootsAreGuessed?: true;
}

/** What every comment that silences something contains; extractors keep only such comments. */
export const SUPPRESSION_MARKER = 'vendor-diligence-ignore';

/** A comment that may hold a suppression, and what `-block` means where it stands. */
export interface Comment {
  /** The comment with its delimiters. */
  readonly span: Span;
  /** The block that begins on the next line of content, else the one that the comment stands in. */
  readonly block: Span;
}

/** References that stand together in a file. */
export interface ReferencePart {
  /** With the offsets that they had when their text was read; the same list for as long as that text stays the same. */
  readonly references: readonly Reference[];
  /** One of them with the offsets that it has now. */
  moved(reference: Reference): Reference;
}

/** All that one file says. Offsets are in that file. */
export interface Extraction {
  readonly references: readonly Reference[];
  /**
   * The references by parts of the file, sorted by place, for those who remember what follows from a part that only
   * moves. Absent when that is not worth while.
   */
  readonly parts?: readonly ReferencePart[];
  readonly definitions: readonly Definition[];
  readonly calls: readonly ModuleCall[];
  /** What tells which entries of tables are used; absent where the format does not say. */
  readonly lookups?: readonly TableLookup[];
  readonly graph?: DependencyGraph;
  /**
   * Of a manifest: which manifests share its lockfile (the projects of a monorepo). Globs over paths below the root;
   * one that begins with `!` takes away.
   */
  readonly projects?: readonly string[];
  /** Of a manifest: it names all that is built. What only its lockfile has took part in choosing versions, no more. */
  readonly listsAll?: true;
  /** Only those that contain the suppression marker. */
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}
