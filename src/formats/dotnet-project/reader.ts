import type { Reference } from '../../model/extraction.ts';
import { type InterpolatedText, visibleText } from '../../parsers/interpolation.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { attributeOf, childElement, childElements, type XmlElement } from '../../parsers/xml/element.ts';
import { findHosts } from '../../text/hosts.ts';
import { UNKNOWN_PART, withoutUnknown } from '../../text/unknown-part.ts';
import { expressionOf, type VariableLookUp } from '../shared/expressions.ts';
import { type KnownText, knownText } from '../shared/known-text.ts';
import { writtenText } from '../shared/packages/maven-package.ts';
import { exactVersion, packageReferences } from '../shared/packages/named-package.ts';
import { propertyText } from '../shared/property-text.ts';
import { mirrorsIn, stringReferences, type Where } from '../shared/strings.ts';
import { isInUrl } from '../shared/url-references.ts';

/** Collects the references of one project file, element by element. */
export class ProjectReader {
  readonly references: Reference[] = [];
  private readonly scope: string;
  private readonly lookUp: VariableLookUp;
  private readonly known: KnownText;

  constructor(scope: string, lookUp: VariableLookUp, variables: ReadonlyMap<string, InterpolatedText>) {
    this.scope = scope;
    this.lookUp = lookUp;
    this.known = knownText(variables);
  }

  read(element: XmlElement): void {
    if (PACKAGE_ITEMS.has(element.name)) this.readPackageItem(element);
    else if (element.name === 'package' || element.name === 'dependency') this.readListedPackage(element);
    else if (element.name === 'Project' || element.name === 'Sdk') this.readSdk(element);
    else if (element.name === 'PropertyGroup') this.readProperties(element);
  }

  /** `<PackageReference Include="…" Version="…" />`; the version may be an element of its own. */
  private readPackageItem(element: XmlElement): void {
    const name = attributeOf(element, 'Include') ?? attributeOf(element, 'Update');
    const version =
      attributeOf(element, 'VersionOverride') ??
      attributeOf(element, 'Version') ??
      childElement(element, 'Version')?.text ??
      childElement(element, 'VersionOverride')?.text;
    if (name) this.addPackage(name, version, element.name);
  }

  /** `<package id="…" version="…" />` of `packages.config`, `<dependency>` of a `.nuspec`. */
  private readListedPackage(element: XmlElement): void {
    const id = attributeOf(element, 'id');
    if (id) this.addPackage(id, attributeOf(element, 'version'), element.name);
  }

  /** `<Project Sdk="Name/1.0">` and `<Sdk Name="…" Version="…" />`. */
  private readSdk(element: XmlElement): void {
    const whole = attributeOf(element, element.name === 'Sdk' ? 'Name' : 'Sdk');
    if (!whole || whole.text.includes(';')) return;
    const slash = whole.text.indexOf('/');
    const name = slash < 0 ? whole.text : whole.text.slice(0, slash);
    const version = slash < 0 ? attributeOf(element, 'Version')?.text : whole.text.slice(slash + 1);
    // Those that come with the tools are no packages; of others a `global.json` can have the version.
    if (name === '' || (version === undefined && /^Microsoft\./i.test(name))) return;
    const place = slash < 0 ? whole.span : { start: whole.span.start, end: whole.span.start + name.length };
    const named = {
      type: 'nuget',
      path: name,
      span: place,
      written: version,
      version: version === undefined ? undefined : exactNugetVersion(version),
    };
    this.add(packageReferences(named, this.where(['Sdk', name])));
  }

  private addPackage(nameText: PlacedText, versionText: PlacedText | undefined, kind: string): void {
    const name = propertyText(nameText, 'parentheses');
    const version = versionText && propertyText(versionText, 'parentheses');
    const knownName = this.known(name);
    const where = this.where([kind, withoutUnknown(knownName)]);
    if (knownName.includes(UNKNOWN_PART)) {
      const parts = [
        { type: 'literal', value: 'pkg:nuget/', span: name.span } as const,
        expressionOf(name, this.lookUp),
      ];
      this.add([
        { kind: 'package', value: { type: 'template', parts, span: name.span }, span: name.span, ...where },
      ]);
      return;
    }
    for (const path of knownName.split(';').map(each => each.trim())) {
      const written = version && writtenText(version).replaceAll('${', '$(').replaceAll('}', ')');
      const exact = version && exactNugetVersion(this.known(version));
      this.add(
        packageReferences({ type: 'nuget', path, span: nameText.span, written, version: exact }, where),
      );
    }
  }

  private readProperties(group: XmlElement): void {
    for (const property of group.children) {
      const where = this.where([property.name]);
      const text = propertyText(property.text, 'parentheses');
      if (RESTORE_SOURCES.has(property.name)) this.add(mirrorsIn(text, 'nuget', where, this.lookUp));
      else if (!PROSE.test(property.name)) this.readHosts(text, where);
    }
    for (const item of childElements(group, 'ItemGroup')) this.read(item);
  }

  private readHosts(text: InterpolatedText, where: Where): void {
    const visible = visibleText(text).text;
    if (!visible.includes('//') || !findHosts(visible).some(mention => isInUrl(visible, mention))) return;
    this.add(stringReferences(text, where, this.lookUp));
  }

  private where(structuralPath: readonly string[]): Where {
    return { scope: this.scope, structuralPath };
  }

  private add(references: readonly Reference[]): void {
    for (const reference of references) this.references.push(reference);
  }
}

const PACKAGE_ITEMS = new Set([
  'PackageReference',
  'PackageVersion',
  'GlobalPackageReference',
  'PackageDownload',
  'DotNetCliToolReference',
]);

const RESTORE_SOURCES = new Set(['RestoreSources', 'RestoreAdditionalProjectSources']);

/** What the package says of itself to readers. */
const PROSE =
  /^(?:PackageProjectUrl|RepositoryUrl|PackageLicenseUrl|PackageIconUrl|PackageIcon|Description|PackageReleaseNotes|Authors|Company|Copyright|PublisherUrl|HelpUrl)$/;

/** `[1.0.0]`; `1.0.0` is the least version, which NuGet takes when it exists (https://learn.microsoft.com/nuget/concepts/package-versioning). */
function exactNugetVersion(written: string): string | undefined {
  const pinned = /^\[([^,\]]+)\]$/.exec(written.trim())?.[1] ?? written.trim();
  return exactVersion(pinned);
}
