declare module 'mark.js' {
  export default class Mark {
    constructor(context: Node);
    mark(
      terms: readonly string[],
      options: { separateWordSearch: boolean; accuracy: 'exactly'; acrossElements: boolean },
    ): void;
  }
}
