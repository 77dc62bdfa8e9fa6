declare module 'flashtext.js' {
  export default class KeywordProcessor {
    addKeyword(keyword: string, clean?: string): boolean;
    extractKeywords(text: string): string[];
  }
}
