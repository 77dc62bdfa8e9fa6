declare module 'bibtex-parse' {
  type Value = string | number | { value: Value; datatype: string }[];
  interface Field {
    name: string;
    value: Value;
    datatype: string;
  }
  type Item =
    | { itemtype: 'entry'; type: string; key?: string; fields: Field[] }
    | { itemtype: 'string' | 'comment' | 'preamble' };
  /** @throws {Error} when the text is no BibTeX */
  export function parse(text: string): Item[];
}
