// The readers of citation files come without types.
declare module '@citation-js/core' {
  export const plugins: { list(): string[] };
  export class Cite {
    constructor(text: string, options: { forceType: string });
    readonly data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-ris' {}
