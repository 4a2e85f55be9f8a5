/** What may stand in an SVG that goes into a document. What draws is here; what runs, moves or fetches is not. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

export const ELEMENTS = words(`
  svg g defs symbol use switch a view title desc style image
  rect circle ellipse line polyline polygon path marker
  text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

/**
 * Elements that are left out, with all that is in them, without a word: a printed page does not move, and what programs
 * note for themselves or no other program shows is not missed.
 */
export const LEFT_OUT = words(`
  metadata animate animateColor animateMotion animateTransform mpath set discard cursor
  flowRoot font font-face glyph missing-glyph hkern vkern color-profile
  solidColor solidcolor mesh meshgradient meshGradient meshrow meshpatch hatch hatchpath
`);

/** Elements that belong to an SVG but show what lies elsewhere, or hold HTML that does. */
export const FETCHING = words(`
  iframe object embed audio video link frame frameset portal img picture source track input form base meta
  foreignObject tref include
`);

/** Attributes whose value is an address that is fetched, not followed. */
export const ADDRESSES = words('href src srcset data poster background action formaction ping');

/** Attributes of plain values: lengths, numbers, names, lists of points. */
export const ATTRIBUTES = words(`
  id class lang role tabindex version baseProfile width height viewBox preserveAspectRatio
  x y x1 x2 y1 y2 z cx cy r rx ry d dx dy fx fy fr points pathLength rotate textLength lengthAdjust
  offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits filterRes
  markerUnits markerWidth markerHeight refX refY orient startOffset method spacing side
  in in2 result mode type values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4
  order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale
  diffuseConstant specularConstant specularExponent azimuth elevation pointsAtX pointsAtY pointsAtZ
  limitingConeAngle scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed
  stitchTiles requiredFeatures requiredExtensions systemLanguage media target rel
`);

/** Properties of styles; in SVG, each may be an attribute as well. */
export const PROPERTIES = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-profile color-rendering cursor direction display dominant-baseline enable-background fill fill-opacity
  fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size
  font-size-adjust font-stretch font-style font-variant font-variant-alternates font-variant-caps
  font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
  font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning
  letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-border mask-clip
  mask-composite mask-image mask-mode mask-origin mask-position mask-repeat mask-size mask-type mix-blend-mode
  opacity overflow paint-order pointer-events shape-rendering shape-inside shape-subtract shape-padding shape-margin
  solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size text-align text-anchor text-decoration
  text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation text-overflow
  text-rendering text-shadow text-transform transform transform-box transform-origin unicode-bidi vector-effect
  vertical-align visibility white-space word-spacing writing-mode
  x y cx cy r rx ry d width height max-width max-height min-width min-height
  background background-color border border-radius margin padding box-sizing position top left right bottom
  user-select
`);
