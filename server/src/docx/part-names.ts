/** Names of the parts of a package (ISO/IEC 29500-2, 9). */

/** The part that has what a part is related to, or the package itself where that has no name. */
export function relationsPart(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
}

/** The part that a relation of another leads to. */
export function resolve(owner: string, target: string): string {
  const steps = target.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
