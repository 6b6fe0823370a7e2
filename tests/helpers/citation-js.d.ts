/** As much of Citation.js as tests use: https://citation.js.org/api/ */
declare module '@citation-js/core' {
  interface Options {
    readonly generateGraph: boolean;
  }
  export const plugins: {
    readonly input: {
      /** The CSL items that a text is of, whatever its format. */
      readonly chain: (text: string, options: Options) => readonly unknown[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
