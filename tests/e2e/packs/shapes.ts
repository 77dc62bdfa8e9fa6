/** Small files of the shapes that went wrong with somebody. Nobody in them is anybody. */

export interface Shape {
  what: string;
  /** Name of the file. */
  name: string;
  content: string | Uint8Array;
  /** Entities that it gives, by name; more of them may be said. Absent when nothing can be used. */
  gives?: ({ name: string } & Record<string, unknown>)[];
  /** Words of what is reported, one for each message. */
  told?: string[];
  /** Words by which a file that gives nothing is refused, on the command line and in the browser. */
  refused?: [commandLine: string, browser: string];
}

const one = 'Peregrine Thistlewood';
const two = 'Ottoline Pemberwick';
const three = 'Isolde Farrowgate';
const works = 'Vasterholt Works Ltd';
const named = (...names: string[]) => names.map((name) => ({ name }));
const noKind = 'a column "kind", found none';
const noSource = 'a column with the source of the dates, found none';
const nothing: NonNullable<Shape['refused']> = ['found nothing', 'Nothing in the file could be used'];
const foreign = (what: string): NonNullable<Shape['refused']> => [`found ${what}`, what];
const person = { kind: 'person', name: one };

export const shapes: Shape[] = [
  {
    what: 'a publisher with "and" in its name',
    name: 'publisher.csv',
    content: `name,kind,statement,source,source title,publisher,date\n${works},organisation,It was founded.,https://reg.example/1,A title,Office for Tides and Levels,2024-01-02\n`,
    gives: [{ name: works, statements: [{ text: 'It was founded.' }] }],
  },
  {
    what: 'blank lines before a row that is wrong',
    name: 'blank.csv',
    content: `name,kind\n${one},person\n\n\nthe,person\n${two},person\n`,
    gives: named(one, two),
    told: ['found "the"'],
  },
  {
    what: 'ClaimReview with prefixed types',
    name: 'prefixed.jsonld',
    content: JSON.stringify({
      '@context': { schema: 'http://schema.org/' },
      '@graph': [
        {
          ...{ '@type': 'schema:ClaimReview', 'schema:url': 'https://checks.example/a' },
          ...{ claimReviewed: 'The bridge was closed.', author: { '@type': 'schema:Organization', name: 'Checks' } },
          itemReviewed: { '@type': 'schema:CreativeWork', author: { '@type': 'schema:Person', name: one } },
          reviewRating: { '@type': 'schema:Rating', alternateName: 'False' },
        },
      ],
    }),
    gives: [{ ...person, disputes: [{ positions: [{ holder: one }, { holder: 'Checks' }] }] }],
  },
  {
    what: 'aliases between commas',
    name: 'commas.csv',
    content: `name,aliases\n${works},"Vasterholt, VWL, Vasterholt Yards"\n`,
    gives: [
      { name: works, names: [{ text: 'Vasterholt' }, { text: 'VWL', kind: 'acronym' }, { text: 'Vasterholt Yards' }] },
    ],
    told: [noKind],
  },
  {
    what: 'rows that end with CR, and LF in a cell',
    name: 'cr.csv',
    content: `name,description\r${one},"First\nsecond"\r${two},Engineer\r`,
    gives: named(one, two),
    told: [noKind],
  },
  {
    what: 'an acronym among the aliases of a table',
    name: 'acronym.csv',
    content: `name,kind,aliases\n${works},organisation,VWL; Vasterholt\n`,
    gives: [{ name: works, names: [{ text: 'VWL', kind: 'acronym' }, { text: 'Vasterholt' }] }],
  },
  {
    what: 'days of birth and death',
    name: 'dates.csv',
    content: `name,birth_date,death_date,living\n${one},1920-01-02,1999-03-04,\n${two},02.01.1950,,\n`,
    gives: [{ ...person, living: false }, { name: two }],
    told: [noKind, noSource],
  },
  {
    what: 'German headings between semicolons',
    name: 'deutsch.csv',
    content: `Name;Typ;Beschreibung;Aliasse\n${one};Person;Angestellter;P. Thistlewood\n`,
    gives: [{ ...person, description: 'Angestellter', names: [{ text: 'P. Thistlewood' }] }],
  },
  { what: 'nothing', name: 'empty.csv', content: '', refused: nothing },
  {
    what: 'formulas and errors for names',
    name: 'formulas.csv',
    content: `name,kind\n"=HYPERLINK(""https://x.example"",""${one}"")",person\n#N/A,person\n#REF!,person\n`,
    told: ['holds a formula', 'found "#N/A"', 'found "#REF!"'],
    refused: nothing,
  },
  {
    what: 'Persian headings',
    name: 'farsi.csv',
    content: 'نام;نوع;توضیح\nپرگرین تیستل‌وود;شخص;کارمند\n',
    gives: [{ name: 'پرگرین تیستل‌وود', kind: 'person', description: 'کارمند' }],
  },
  {
    what: 'first and last names in two columns',
    name: 'first-last.csv',
    content: 'first_name,last_name,party\nPeregrine,Thistlewood,Independent\nOttoline,Pemberwick,Independent\n',
    gives: [person, { kind: 'person', name: two }],
    told: ['found "party"', noKind],
  },
  {
    what: 'dates on which sources disagree',
    name: 'disagree.ftm.json',
    content: `${JSON.stringify({ id: 'ex-1', schema: 'Person', caption: one, properties: { name: [one], birthDate: ['1964-11-04', '1961-02-06'] } })}\n`,
    gives: [person],
  },
  {
    what: 'FollowTheMoney with the parts of a name alone',
    name: 'parts.ftm.json',
    content: `${JSON.stringify({ id: 'ex-1', schema: 'Person', properties: { firstName: ['Peregrine'], lastName: ['Thistlewood'] } })}\n${JSON.stringify({ id: 'ex-2', schema: 'CryptoWallet', properties: { publicKey: ['x'] } })}\n`,
    gives: [person],
  },
  {
    what: 'a day that can be read in two ways',
    name: 'two-ways.csv',
    content: `name,statement,source,date\n${one},She was a clerk.,https://news.example/a,02/01/2024\n${two},He was a clerk.,Example Times,2024-01-02\n`,
    gives: named(one, two),
    told: [noKind, 'found 02/01/2024'],
  },
  {
    what: 'kinds in the words of others',
    name: 'kinds.csv',
    content: `name,type\n${works},Company\nVasterholt Bay,City\nMV Vasterholt,Vessel\nVasterholt Watch,NGO\n`,
    gives: [
      { name: works, kind: 'organisation' },
      { name: 'Vasterholt Bay', kind: 'place' },
      { name: 'MV Vasterholt', kind: 'term' },
      { name: 'Vasterholt Watch', kind: 'organisation' },
    ],
  },
  {
    what: 'rows that end with LF, and CRLF in a cell',
    name: 'lf.csv',
    content: `name,description\n${one},"First line\r\nsecond line"\n${two},Engineer\n${three},Clerk\n`,
    gives: named(one, two, three),
    told: [noKind],
  },
  {
    what: 'rows that end with LF and then with CRLF',
    name: 'mixed.csv',
    content: `Type,Name,Alias\nCompany,${works},\nPerson,${one},\r\nPerson,${two},\r\nPerson,${three},\r\n`,
    gives: named(works, one, two, three),
  },
  {
    what: 'a list of names without a heading',
    name: 'names.txt',
    content: `${one}\n${two}\n${three}\n`,
    gives: named(one, two, three),
    told: [noKind],
  },
  {
    what: 'aliases on lines of their own',
    name: 'lines.csv',
    content: `name,aliases\n${works},"Vasterholt Yards\nVasterholt Docks"\n`,
    gives: [{ name: works, names: [{ text: 'Vasterholt Yards' }, { text: 'Vasterholt Docks' }] }],
    told: [noKind],
  },
  {
    what: 'a sentence without a source',
    name: 'notes.csv',
    content: `name,notes\n${one},Clerk of the court.\n`,
    gives: [{ name: one }],
    told: [noKind, 'the sentence was left out'],
  },
  {
    what: 'control characters in a row',
    name: 'control.csv',
    content: `name,kind\n${one},person\nOttoline\0Pemberwick,person\n`,
    gives: named(one),
    told: ['found control characters'],
  },
  {
    what: 'RDF in N-Triples',
    name: 'people.nt',
    content: `<http://data.example/P> <http://www.w3.org/2000/01/rdf-schema#label> "${one}"@en .\n`,
    refused: foreign('RDF in N-Triples'),
  },
  {
    what: 'RDF in Turtle',
    name: 'people.ttl',
    content: `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<http://data.example/P> rdfs:label "${one}"@en .\n`,
    refused: foreign('RDF in Turtle'),
  },
  {
    what: 'a list of Wikidata numbers',
    name: 'numbers.txt',
    content: 'Q42\nQ7747\nQ1\n',
    told: ['a list of Wikidata numbers'],
    refused: nothing,
  },
  {
    what: 'rows with too few and too many cells',
    name: 'ragged.csv',
    content: `name,kind,description\n${one},person\n${two},person,Clerk,extra\n${three},person,Clerk,\n`,
    gives: named(one, three),
    told: ['expected 3 cells, found 4'],
  },
  {
    what: 'a title above the heading',
    name: 'title.csv',
    content: `List of members 2024,,\n,,\nname,kind,description\n${one},person,Clerk\n`,
    gives: [{ ...person, description: 'Clerk' }],
  },
  {
    what: 'empty cells after the last column',
    name: 'trailing.csv',
    content: `name,kind\n${one},person,,\n${two},person,,\n`,
    gives: named(one, two),
  },
  {
    what: 'UTF-16 with its mark',
    name: 'wide-mark.csv',
    content: Buffer.from(`\uFEFFname\tkind\r\n${one}\tperson\r\n`, 'utf16le'),
    gives: [person],
    told: ['found UTF-16'],
  },
  {
    what: 'UTF-16 without its mark',
    name: 'wide.csv',
    content: Buffer.from(`name\tkind\r\n${one}\tperson\r\n`, 'utf16le'),
    gives: [person],
    told: ['found UTF-16'],
  },
  {
    what: 'an answer of the query service in JSON',
    name: 'query.json',
    content: JSON.stringify({
      head: { vars: ['item', 'itemLabel', 'itemAltLabel', 'dod'] },
      results: {
        bindings: [
          {
            item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q900000001' },
            itemLabel: { 'xml:lang': 'en', type: 'literal', value: one },
            itemAltLabel: { type: 'literal', value: 'P. Thistlewood, VWL' },
            dod: { type: 'literal', value: '1999-01-01T00:00:00Z' },
          },
          {
            item: { type: 'uri', value: 'http://www.wikidata.org/entity/Q900000003' },
            itemLabel: { type: 'literal', value: 'Q900000003' },
          },
        ],
      },
    }),
    gives: [{ ...person, wikidata: 'Q900000001', living: false }],
    told: [noKind, noSource, 'not a Wikidata number'],
  },
  {
    what: 'an answer of the query service in TSV',
    name: 'query.tsv',
    content: `?item\t?itemLabel\n<http://www.wikidata.org/entity/Q900000001>\t"${one}"@en\n`,
    gives: [{ name: one, wikidata: 'Q900000001' }],
    told: [noKind],
  },
  {
    what: 'an item of the REST interface',
    name: 'rest.json',
    content: JSON.stringify({
      ...{ type: 'item', id: 'Q900000001', labels: { en: one }, descriptions: { en: 'clerk' } },
      aliases: { en: ['P. Thistlewood'] },
      statements: { P31: [{ rank: 'normal', property: { id: 'P31' }, value: { type: 'value', content: 'Q5' } }] },
      sitelinks: {},
    }),
    gives: [{ ...person, description: 'clerk', names: [{ text: 'P. Thistlewood' }] }],
  },
  {
    what: 'an acronym among the aliases of an item',
    name: 'acronym.json',
    content: JSON.stringify({
      entities: {
        Q900000001: {
          ...{ type: 'item', id: 'Q900000001', labels: { en: { language: 'en', value: works } } },
          ...{ aliases: { en: [{ language: 'en', value: 'VWL' }] }, claims: {} },
        },
      },
    }),
    gives: [{ name: works, names: [{ text: 'VWL', kind: 'acronym' }] }],
  },
  {
    what: 'a dictionary of Yomitan',
    name: 'term_bank_1.json',
    content: '[["Vasterholt","","n","",1,["a made-up town"],1,""]]',
    refused: foreign('a dictionary of Yomitan'),
  },
  {
    what: 'references from Zotero',
    name: 'library.json',
    content: JSON.stringify([
      {
        ...{ id: 'ex1', type: 'book', title: 'A History of Vasterholt' },
        ...{ author: [{ family: 'Pemberwick', given: 'Ottoline' }], issued: { 'date-parts': [['1990']] } },
      },
    ]),
    gives: [{ name: 'A History of Vasterholt', kind: 'document' }],
  },
];
