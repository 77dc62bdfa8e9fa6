/** Bodies, conflicts, lists, companies and media, and who leads. */

import knownTable from '../../../data/refresh/known-holders.json' with { type: 'json' };
import officeTable from '../../../data/refresh/office-holders.json' with { type: 'json' };
import bodyTable from '../../../data/refresh/public-bodies.json' with { type: 'json' };
import { readAgreements } from '../adapters/agreements.ts';
import { readCabinets } from '../adapters/cabinets.ts';
import { readCentralBanks } from '../adapters/central-banks.ts';
import { readCompanies } from '../adapters/companies.ts';
import { readConstitutions } from '../adapters/factbook-constitutions.ts';
import { readForces } from '../adapters/factbook-forces.ts';
import { readFactbookParties } from '../adapters/factbook-parties.ts';
import { readFactbookPast } from '../adapters/factbook-past.ts';
import { readFundus } from '../adapters/fundus.ts';
import { iranLegislatorFiles, readIranLegislators } from '../adapters/iran-legislators.ts';
import { readKnownBodies } from '../adapters/known-bodies.ts';
import { readKnownHolders } from '../adapters/known-holders.ts';
import { readOfficeHolders } from '../adapters/office-holders.ts';
import { readOsmBodies } from '../adapters/osm-bodies.ts';
import { readPublicFigures } from '../adapters/public-figures.ts';
import { fileOf, readPublicOffices } from '../adapters/public-offices.ts';
import { readRor } from '../adapters/ror.ts';
import { readStateBodies } from '../adapters/state-bodies.ts';
import { readSupraverden } from '../adapters/supraverden.ts';
import { readUcdp } from '../adapters/ucdp.ts';
import { readUnList } from '../adapters/un-list.ts';
import { listFiles, readWikidataLists } from '../adapters/wikidata-lists.ts';
import { readWorldLeaders } from '../adapters/world-leaders.ts';
import { type Description, github } from '../source.ts';
import { factbook } from './places.ts';

/** Repositories of one table each; the tables of `data/refresh` say whose offices they are. */
function repositoriesOf({ countries }: { countries: Record<string, string | null> }): string[] {
  return Object.keys(countries).map((name) => `every-politician-scrapers/${name}`);
}

/** What the sources that read those repositories share. */
const holders = {
  pack: 'world',
  publisher: 'Wikidata, copied by the every-politician-scrapers project',
  publisherType: 'encyclopedia',
  relation: 'table of holders of offices; takes no part in the matters named',
  license: 'CC0-1.0',
  duty: 'Structured data of Wikidata, under CC0; nothing is asked.',
  URL: 'https://github.com/every-politician-scrapers',
  files: ['html/holders21.csv'],
} as const satisfies Partial<Description>;

/** What the sources that read the directory share. */
const directory = {
  pack: 'world',
  publisher: 'Central Intelligence Agency, copied by a public repository',
  publisherType: 'government',
  relation: 'agency of the United States government',
  license: 'public domain of the United States',
  duty: 'A work of the United States government, in the public domain there; nothing is asked. Each list has the day on which it was last changed.',
  ...github('julianacharisser/compliance-data-application'),
  files: ['ingest/cia_raw.json'],
} as const satisfies Partial<Description>;

/** What the tables share that people made from pages. */
const ownTable = {
  pack: 'world',
  publisher: 'Sidelight',
  publisherType: 'NGO',
  relation: 'the makers of this tool; each line names the page that says it',
  license: 'CC-BY-4.0',
} as const satisfies Partial<Description>;

export const bodies: readonly Description[] = [
  {
    id: 'ucdp',
    pack: 'world',
    title: 'UCDP Dyadic Dataset version 25.1',
    publisher: 'Uppsala Conflict Data Program, copied by the TJET project',
    publisherType: 'academic',
    relation: 'research programme at Uppsala University; takes no part in the conflicts',
    license: 'CC-BY-4.0',
    duty: 'Davies, Shawn, Therése Pettersson, Margareta Sollenberg and Magnus Öberg (2025), Organized violence 1989-2024, Journal of Peace Research; Harbom, Lotta, Erik Melander and Peter Wallensteen (2008), Dyadic Dimensions of Armed Conflict, 1946-2007, Journal of Peace Research 45 (5). Licensed under CC BY 4.0. Changes were made.',
    ...github('tjetdata/tjet-db'),
    files: ['conflicts/original_data/ucdp-dyadic-251.csv'],
    read: readUcdp,
  },
  {
    id: 'un-sanctions',
    pack: 'world',
    title: 'United Nations Security Council Consolidated List',
    publisher: 'United Nations Security Council, copied by the watchman project',
    publisherType: 'intergovernmental',
    relation: 'the body that lists',
    license: 'facts only; the site allows personal use',
    duty: 'Names, lists, references and days of listings as facts; no text of the list is copied. United Nations Security Council Consolidated List, https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list. The list may have changed since its date.',
    ...github('moov-io/watchman'),
    files: ['test/testdata/UN_consolidated.xml'],
    read: readUnList,
  },
  {
    id: 'cabinets',
    title: 'World Leaders: Chiefs of State and Cabinet Members of Foreign Governments',
    ...directory,
    read: readCabinets,
  },
  {
    id: 'public-bodies',
    pack: 'world',
    title: 'Research Organization Registry: ministries, public bodies and associations',
    publisher: 'Research Organization Registry (ROR)',
    publisherType: 'NGO',
    relation: 'registry of names; takes no part in the matters named',
    license: 'MIT',
    duty: 'Copyright (c) 2022 ROR. Permission is granted under the MIT licence.',
    ...github('ror-community/ror-records'),
    files: Object.keys(bodyTable),
    read: readRor,
  },
  {
    id: 'osm-bodies',
    pack: 'world',
    title: 'Name Suggestion Index: police forces, public bodies and unions',
    publisher: 'Name Suggestion Index, contributors of OpenStreetMap',
    publisherType: 'NGO',
    relation: 'makers of a map; take no part in the matters named',
    license: 'BSD-3-Clause',
    duty: 'Copyright 2026, name-suggestion-index contributors. Redistribution is permitted under the BSD 3-Clause licence, whose conditions and disclaimer apply.',
    ...github('osmlab/name-suggestion-index'),
    files: [
      'data/brands/office/union.json',
      'data/operators/amenity/police.json',
      'data/operators/office/government.json',
    ],
    read: readOsmBodies,
  },
  {
    id: 'state-bodies',
    title: 'World Leaders: governments and the ministries of their members',
    ...directory,
    read: readStateBodies,
  },
  {
    id: 'factbook-forces',
    title: 'The World Factbook, JSON edition: armed forces, police and guards',
    ...factbook,
    read: readForces,
  },
  {
    id: 'factbook-constitutions',
    title: 'The World Factbook, JSON edition: constitutions',
    ...factbook,
    read: readConstitutions,
  },
  {
    id: 'companies',
    pack: 'world',
    title: 'S&P 500 companies',
    publisher: 'Datopian, Data Packaged Core Datasets',
    publisherType: 'NGO',
    relation: 'table of names; takes no part in the matters named',
    license: 'PDDL-1.0',
    duty: 'Public domain; nothing is asked.',
    ...github('datasets/s-and-p-500-companies'),
    files: ['data/constituents.csv'],
    read: readCompanies,
  },
  {
    id: 'media',
    pack: 'world',
    title: 'Fundus, list of publishers',
    publisher: 'Fundus project, Humboldt-Universität zu Berlin',
    publisherType: 'academic',
    relation: 'makers of a news crawler; take no part in the matters named',
    license: 'MIT',
    duty: 'Copyright (c) 2023 Fundus contributors. Permission is granted under the MIT licence.',
    ...github('flairNLP/fundus'),
    files: ['src/fundus/publishers/'],
    pattern: /\/[a-z]+\/__init__\.py$/u,
    read: readFundus,
  },
  {
    id: 'agreements',
    pack: 'world',
    title: 'Agreements, resolutions and upheavals, from the pages that each row names',
    publisher: 'Sidelight',
    publisherType: 'NGO',
    relation: 'this project; each fact gives the address of the page on which its editors read it',
    license: 'CC-BY-4.0',
    duty: 'A table of this project. Names and dates as facts; no text of a page is copied.',
    origin: { table: 'agreements' },
    files: ['agreements.json'],
    read: readAgreements,
  },
  {
    id: 'wikidata-lists',
    pack: 'world',
    title: 'Wars, upheavals, newspapers and broadcasters, from Wikidata',
    publisher: 'Wikidata, copied by the Wikitrivia project',
    publisherType: 'encyclopedia',
    relation: 'table of names and years; takes no part in the matters named',
    license: 'CC0-1.0',
    duty: 'Structured data of Wikidata, under CC0; nothing is asked.',
    ...github('tom-james-watson/wikitrivia'),
    files: listFiles,
    read: readWikidataLists,
  },
  {
    id: 'factbook-parties',
    title: 'The World Factbook, JSON edition: parties and who led them',
    ...factbook,
    past: ['2023-12-31'],
    read: readFactbookParties,
  },
  {
    id: 'factbook-past',
    title: 'The World Factbook, JSON edition: who headed states and governments before',
    ...factbook,
    past: ['2015-11-30', '2016-11-30', '2017-03-31', ...quarters('2020-12-31', '2025-12-31')],
    read: readFactbookPast,
  },
  {
    id: 'office-holders',
    title: 'Holders of offices, from Wikidata',
    ...holders,
    origin: { repositories: repositoriesOf(officeTable) },
    read: readOfficeHolders,
  },
  {
    ...holders,
    id: 'iran-legislators',
    title: 'Members of the Islamic Consultative Assembly of Iran, from Wikidata',
    origin: { repository: 'every-politician-scrapers/iran-ministers' },
    files: iranLegislatorFiles,
    read: readIranLegislators,
  },
  {
    id: 'public-offices',
    pack: 'world',
    title: 'Gov Salaries Data: the cabinet of the United States',
    publisher: 'Gov Salaries Data, a project of volunteers',
    publisherType: 'NGO',
    relation: 'makers of a table of public salaries; take no part in the matters named',
    license: 'CC0-1.0',
    duty: 'Public domain; nothing is asked. No salary is taken.',
    ...github('cdmngz/gov-salaries-data'),
    files: [fileOf(2025)],
    read: readPublicOffices,
  },
  {
    id: 'known-holders',
    title: 'Holders of offices whom the news goes on naming, from Wikidata',
    ...holders,
    origin: { repositories: repositoriesOf(knownTable) },
    read: readKnownHolders,
  },
  {
    id: 'public-figures',
    title: 'People whom the news of the world names: offices, each with the page where it was read',
    ...ownTable,
    duty: 'Offices and days as facts, from the pages that the lines name; no text of theirs is copied.',
    origin: { table: 'public-figures' },
    files: ['public-figures.json'],
    read: readPublicFigures,
  },
  {
    id: 'known-bodies',
    title: 'Bodies that the news of the world names, each with the page where it was read',
    ...ownTable,
    duty: 'Names, places and days as facts, from the pages that the lines name; no text of theirs is copied.',
    origin: { table: 'known-bodies' },
    files: ['known-bodies.json'],
    read: readKnownBodies,
  },
  {
    id: 'central-banks',
    pack: 'world-sharealike',
    title: 'List of central banks, from Wikipedia',
    publisher: 'Wikipedia, copied by the central-banks-board project',
    publisherType: 'encyclopedia',
    relation: 'table of names; takes no part in the matters named',
    license: 'CC-BY-SA-4.0',
    duty: 'Wikipedia, List of central banks, https://en.wikipedia.org/wiki/List_of_central_banks, by its editors, licensed under CC BY-SA 4.0. Changes were made; this file is licensed under the same terms.',
    ...github('sebabecerra/central-banks-board'),
    files: ['CM/data-aux/central_banks.csv'],
    read: readCentralBanks,
  },
  {
    id: 'international-bodies',
    pack: 'world-sharealike',
    title: 'Supraverden, list of international organisations',
    publisher: 'Supraverden project',
    publisherType: 'NGO',
    relation: 'table of names; takes no part in the matters named',
    license: 'CC-BY-SA-4.0',
    duty: 'Supraverden, licensed under CC BY-SA 4.0. Changes were made; this file is licensed under the same terms.',
    ...github('confirmordeny/supraverden'),
    files: ['data/general_list.yaml'],
    read: readSupraverden,
  },
  {
    id: 'world-leaders',
    pack: 'world-sharealike',
    title: 'World Leaders Current',
    publisher: 'Open Data Archive, after Wikipedia and Wikidata',
    publisherType: 'encyclopedia',
    relation: 'table of holders of offices; takes no part in the matters named',
    license: 'CC-BY-SA-4.0',
    duty: 'World Leaders Current, Open Data Archive, after Wikipedia and Wikidata, licensed under CC BY-SA 4.0. Changes were made; this file is licensed under the same terms.',
    ...github('open-data-archive/world-leaders-current'),
    files: ['snapshots/'],
    pattern: /\/\d{4}-\d{2}-\d{2}\.json$/u,
    read: readWorldLeaders,
  },
];

/** The last days of the quarters from one to another. */
function quarters(first: string, last: string): string[] {
  const days: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    days.push(...['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`));
  return days.filter((day) => day >= first && day <= last);
}
