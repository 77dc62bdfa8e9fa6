/** What ships, as a CycloneDX 1.6 document, from the lockfile alone: no date and no serial number, so that the same release gives the same bytes. */
export interface LockedPackage {
  version: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  /** What a library uses under Node if it is there. */
  optional?: boolean;
  /** A workspace of this repository. */
  link?: boolean;
  dependencies?: Record<string, string>;
}

export interface Lockfile {
  name: string;
  version: string;
  packages: Record<string, LockedPackage>;
}

/** Name of a package from its place: `node_modules/a/node_modules/@b/c` is `@b/c`. */
export const packageName = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

const purl = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `sha512-BASE64` as CycloneDX has it. */
function hash(integrity: string): { alg: string; content: string } {
  const [algorithm = '', value = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(value, 'base64').toString('hex') };
}

/** A licence by its SPDX name, or several joined by AND and OR. */
const licence = (spdx: string) => (/ (?:AND|OR|WITH) /.test(spdx) ? { expression: spdx } : { license: { id: spdx } });

export function sbom(lock: Lockfile): object {
  const root = lock.packages[''];
  const shipped = Object.entries(lock.packages)
    // Nothing of what is optional comes into the bundles.
    .filter(([place, { dev, link, optional }]) => place.includes('node_modules/') && !dev && !link && !optional)
    .map(([place, found]) => ({ name: packageName(place), ...found }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const reference = new Map(shipped.map(({ name, version }) => [name, purl(name, version)]));
  const self = purl(lock.name, lock.version);
  const named = (dependencies: Record<string, string> = {}) =>
    Object.keys(dependencies).flatMap((name) => reference.get(name) ?? []);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': self,
        name: lock.name,
        version: lock.version,
        purl: self,
        ...(root?.license && { licenses: [licence(root.license)] }),
      },
    },
    components: shipped.map(({ name, version, license, integrity }) => ({
      type: 'library',
      'bom-ref': purl(name, version),
      name,
      version,
      purl: purl(name, version),
      scope: 'required',
      ...(license && { licenses: [licence(license)] }),
      ...(integrity && { hashes: [hash(integrity)] }),
    })),
    dependencies: [
      { ref: self, dependsOn: named(root?.dependencies) },
      ...shipped.map(({ name, version, dependencies }) => ({
        ref: purl(name, version),
        dependsOn: named(dependencies),
      })),
    ],
  };
}
