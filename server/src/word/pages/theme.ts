import { attribute, child, scan } from './scan';

/** The theme's two typefaces, by the names that styles use for them. */
export function themeFonts(theme: string): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>();
  const scheme = child(scan(theme), 'a:theme', 'a:themeElements', 'a:fontScheme');
  for (const [element, name] of [
    ['a:majorFont', 'major'],
    ['a:minorFont', 'minor'],
  ] as const) {
    const face = attribute(child(scheme, element, 'a:latin'), 'typeface');
    if (face === undefined || face === '') continue;
    for (const script of ['HAnsi', 'Ascii']) fonts.set(`${name}${script}`, face);
  }
  return fonts;
}
