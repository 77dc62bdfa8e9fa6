/** Corpora that anyone may fetch, and how their files are made of those of their makers. */
import Papa from 'papaparse';

export interface OriginalFile {
  /** `owner/name` on GitHub. */
  repository: string;
  commit: string;
  path: string;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  hash: string;
}

export interface Corpus {
  /** Path in the folder of the corpora. */
  file: string;
  licence: string;
  originals: readonly OriginalFile[];
  /** The corpus from the texts of its originals, in their order. */
  make(texts: readonly string[]): string;
  /** SHA-256 of what `make` gives. */
  hash: string;
}

const arabic = {
  repository: 'UniversalDependencies/UD_Arabic-PUD',
  commit: 'be733f45d21f42d506c62930f806ed2182a5ee3d',
};
const persian = {
  repository: 'UniversalDependencies/UD_Persian-Seraji',
  commit: 'e53af38f4adc0edcdc056b8a2378cad791dc322a',
};
const gsd = { repository: 'UniversalDependencies/UD_French-GSD', commit: '830e2782304af08b3cc1c9250475343e04274d81' };
const sequoia = {
  repository: 'UniversalDependencies/UD_French-Sequoia',
  commit: 'f5b049600c89d2cf15ebbec860f75d703884d32b',
};
const articles = { repository: 'tblock/10kGNAD', commit: 'da845fe4a16f02a8de10903ffbc636d1c8d21862' };

export const corpora: readonly Corpus[] = [
  {
    file: 'news/ar-ud-pud.txt',
    licence: 'CC BY-SA 3.0',
    originals: [
      {
        ...arabic,
        path: 'ar_pud-ud-test.conllu',
        hash: 'a6d574a46815f6d6e7fa2e92944a2bbde0acaad5013010d92a99f1ef711ce17b',
      },
    ],
    make: (texts) => sentencesOf(texts),
    hash: '8b8675b18152020fe1858827c4b7361f2a628d5ca203a9c5b77dacf058a2cdca',
  },
  {
    file: 'news/de-10kgnad-test.txt',
    licence: 'CC BY-NC-SA 4.0',
    originals: [
      { ...articles, path: 'test.csv', hash: '68ba71a01919261f36b362b6a31e7fa34255dde102a5586db23d72eae2e41514' },
    ],
    make: ([table]) => articlesOf(table!, 225),
    hash: 'a2bb06a74d7c90a4d2e72365673b55114cc78a8b51f9ee1ba364a9f82bdd9123',
  },
  {
    file: 'news/fa-ud-seraji.txt',
    licence: 'CC BY-SA 4.0',
    originals: [
      {
        ...persian,
        path: 'fa_seraji-ud-dev.conllu',
        hash: 'acc241631c278f96b084285946db28b87fe9c97d81ac58119cdaad0be05799b0',
      },
      {
        ...persian,
        path: 'fa_seraji-ud-test.conllu',
        hash: '6d2311596634c739eaf4c4ef4d4125d4ff7562ac56ea4da0b3db6501ecb25710',
      },
    ],
    make: (texts) => sentencesOf(texts, 149),
    hash: '4a809fd8bd3ca52f494b46fbdc5030f6a3211f9d221022169f687a83fa894ebf',
  },
  {
    file: 'news/fr-ud-gsd-sequoia.txt',
    licence: 'CC BY-SA 4.0 (GSD), LGPL-LR (Sequoia)',
    originals: [
      {
        ...gsd,
        path: 'fr_gsd-ud-dev.conllu',
        hash: '3e7531b645e5bd6fe37bb619cdd8292e87f5937e64cd8627b4094324eb830e6b',
      },
      {
        ...gsd,
        path: 'fr_gsd-ud-test.conllu',
        hash: '5d1743c7a9ce2908943d4a430ed9a77755e2a8d7e32d42ee0f1d6a0b528f0be8',
      },
      {
        ...sequoia,
        path: 'fr_sequoia-ud-dev.conllu',
        hash: 'a5138dc5e8886484c2f8919e97113f56b9e4329e5cf2a999c021d6ee45e8b45d',
      },
      {
        ...sequoia,
        path: 'fr_sequoia-ud-test.conllu',
        hash: 'a650e7a223fe191009ded17cedae740659449be20354bd68205c376de4ddef2d',
      },
      {
        ...sequoia,
        path: 'fr_sequoia-ud-train.conllu',
        hash: '56424954edf9d20a4d1184e37bfe931fb7c64da82bf2a587b4f35b828d79d767',
      },
    ],
    make: (texts) => sentencesOf(texts, 619),
    hash: '3f8d1d47e0bea8361c708de741c66d2227a2eae8b6993dd8623d506d5da5b224',
  },
];

/** The sentences of treebanks in CoNLL-U, one a line, a blank line after every eighth; the first `most` of these articles. */
export function sentencesOf(treebanks: readonly string[], most?: number): string {
  const sentences = treebanks.flatMap((text) =>
    [...text.matchAll(/^# text = (.*)$/gm)].map(([, sentence]) => sentence!),
  );
  const all = sentences.map((sentence, at) => (at % 8 === 7 ? `${sentence}\n\n` : `${sentence}\n`)).join('');
  return most === undefined ? all : `${all.split('\n\n').slice(0, most).join('\n\n')}\n`;
}

/** The first `most` articles of a table "category;'text'", a blank line between them. */
export function articlesOf(table: string, most: number): string {
  const { data } = Papa.parse<string[]>(table, { delimiter: ';', quoteChar: "'", preview: most });
  return `${data.map(([, article]) => article).join('\n\n')}\n`;
}
