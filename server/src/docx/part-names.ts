/** The name of the part of a package that has what a part is related to (ISO/IEC 29500-2, 9.3). */
export function relationsPart(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
}
