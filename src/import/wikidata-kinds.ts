import type { EntityKind } from '../dataset/schema.ts';
import type { Claims } from './wikidata-claims.ts';

/** Kinds of frequent values of "instance of". */
const classes: Record<EntityKind, string> = {
  person: 'Q5',
  // organization, business, enterprise, company, public company, political party, government agency and organization, international
  // organization, nonprofit, NGO, association, newspaper, news agency, university, research institute, armed organization
  organisation:
    'Q43229 Q4830453 Q6881511 Q783794 Q891723 Q7278 Q327333 Q2659904 Q484652 Q163740 Q79913 Q15911314 Q11032 Q192283 Q3918 Q31855 Q17149090',
  // event, war, battle, conflict, election, attack, protest, strike, massacre
  event: 'Q1656682 Q198 Q178561 Q180684 Q40231 Q2223653 Q273120 Q49776 Q3199915',
  // document, book, literary work, report
  document: 'Q49848 Q571 Q7725634 Q10870555',
  // country, sovereign state, city, settlement, village, town, region, prison
  place: 'Q6256 Q3624078 Q515 Q486972 Q532 Q3957 Q82794 Q40357',
  // position, public office
  role: 'Q4164871 Q294414',
  // statute, treaty, law
  law: 'Q820655 Q131569 Q7748',
  // taxon, given name, family name, fictional character, fictional human, mythical character, ship
  term: 'Q16521 Q202444 Q101352 Q95074 Q15632617 Q4271324 Q11446',
};

const kinds = new Map(
  Object.entries(classes).flatMap(([kind, ids]) =>
    ids.split(' ').map((id): [string, EntityKind] => [id, kind as EntityKind]),
  ),
);

export function kindOfClasses(ids: readonly string[]): EntityKind | undefined {
  return ids.map((id) => kinds.get(id)).find((kind) => kind !== undefined);
}

/** Properties that only things of one kind have: what remains when "instance of" names a subclass that is not in the table. */
const telling: readonly [EntityKind, readonly string[]][] = [
  // taxon name, taxon rank
  ['term', ['P225', 'P105']],
  // date of birth, sex or gender, given name
  ['person', ['P569', 'P21', 'P735']],
  // headquarters, legal form, chief executive
  ['organisation', ['P159', 'P1454', 'P169']],
  // point in time, start time, participant
  ['event', ['P585', 'P580', 'P710']],
  // author, publication date
  ['document', ['P50', 'P577']],
  // coordinates, population
  ['place', ['P625', 'P1082']],
  // inception
  ['organisation', ['P571']],
];

export function kindOfProperties(claims: Claims): EntityKind {
  return telling.find(([, properties]) => properties.some((property) => claims(property).length > 0))?.[0] ?? 'term';
}
