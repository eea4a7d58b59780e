declare module 'subset-font' {
  /** Cuts a font down to the glyphs of `text` and, where told, to one point of its axes. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; variationAxes?: Record<string, number> },
  ): Promise<Buffer>;
}
