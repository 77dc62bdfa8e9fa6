/** What open data knows, as lists to go through: the countries, and of an entity all that says something of it. */
import type { FactProperty } from '../dataset/fact-properties.ts';
import type { Fact } from '../dataset/facts.ts';
import type { Entity } from '../dataset/schema.ts';
import type { Reply, Request } from '../messages/index.ts';
import type { Ground } from './answers.ts';

/**
 * Without an entity: all countries and territories. With one: the entities that hold, are members of or belong to it today, by the property that says so.
 * Every record is read for it, one file after the other.
 */
export async function answerBrowse(ground: Ground, { entity }: Request<'browse'>): Promise<Reply<'browse'>> {
  const settings = await ground.settings();
  const language = ground.language(settings);
  const today = new Date(ground.now()).toISOString().slice(0, 10);
  const own =
    entity === undefined
      ? undefined
      : (await ground.packs.card(entity, settings.packsOff))?.entities.get(entity)?.entity;
  const code = factOf(own, 'country');
  const isCountry = factOf(own, 'type') === 'country-or-territory';
  const found: Reply<'browse'> = [];
  for await (const record of ground.packs.records(settings.packsOff)) {
    const properties =
      entity === undefined ? rootOf(record) : namedIn(record, entity, isCountry ? code : undefined, today);
    if (properties.length === 0 || record.id === entity) continue;
    const { id, kind, name, names } = record;
    const native = names?.find((each) => each.lang === language && each.kind === 'full')?.text ?? name;
    for (const property of properties) found.push({ entity: id, kind, name: native, property });
  }
  const collator = new Intl.Collator(language);
  return found.sort((a, b) => collator.compare(a.name, b.name));
}

function factOf(entity: Entity | undefined, property: FactProperty): Fact['value'] | undefined {
  return entity?.facts?.find((fact) => fact.property === property)?.value;
}

function rootOf(record: Entity): FactProperty[] {
  return factOf(record, 'type') === 'country-or-territory' ? ['country'] : [];
}

/** The properties by which a record names the entity, or its country, each once. What is over names nobody. */
function namedIn({ facts = [] }: Entity, id: string, code: Fact['value'] | undefined, today: string): FactProperty[] {
  const named = facts.filter(
    ({ property, value, within, to }) =>
      (to === undefined || to >= today) &&
      (value === id || within === id || (property === 'country' && value === code)),
  );
  const properties = new Set(named.map(({ property }) => property));
  // Who holds an office of the country is no further thing in it.
  if (properties.size > 1) properties.delete('country');
  return [...properties];
}
