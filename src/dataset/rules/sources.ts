import { hostOf } from '../addresses.ts';
import { type Problem, show } from '../problem.ts';
import type { Source } from '../schema.ts';
import { entitiesOf, type Rule, type RuleContext, type SoundRule } from './rule.ts';

function sourcesOf({ library }: Pick<RuleContext, 'library'>): { source: Source; path: string }[] {
  return [...library.sources.values()].map(({ source }) => ({ source, path: `sources/${source.id}` }));
}

export const allowedHosts: Rule = (context) =>
  sourcesOf(context).flatMap(({ source, path }) =>
    (['URL', 'archive_location'] as const).flatMap((key) => deniedHost(context, source[key], `${path}.${key}`)),
  );

/** The pages that facts of hand-made tables name, several in one locator. */
export const allowedLocators: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    (entity.facts ?? []).flatMap(({ locator = '' }, i) =>
      locator.split(' ').flatMap((address) => deniedHost(context, address, `${path}.facts[${i}].locator`)),
    ),
  );

function deniedHost({ deniedHosts }: RuleContext, address: string | undefined, path: string): Problem[] {
  const host = hostOf(address);
  const denied = deniedHosts.find((entry) => host === entry.host || host?.endsWith(`.${entry.host}`));
  if (denied === undefined) return [];
  const todo = `${denied.why}; find the original and cite that`;
  return [{ rule: 'allowed-host', path, expected: "the publisher's own address", found: show(host), todo }];
}

export const validAddresses: SoundRule = (context) =>
  sourcesOf(context).flatMap(({ source, path }) =>
    (['URL', 'archive_location'] as const)
      .filter((key) => source[key] !== undefined && !URL.canParse(source[key]))
      .map((key) => ({
        rule: 'valid-address',
        path: `${path}.${key}`,
        expected: 'a whole address',
        found: show(source[key]),
        todo: 'copy it from where the page was read',
      })),
  );

export const findableSources: Rule = (context) =>
  sourcesOf(context).flatMap(({ source, path }) =>
    source.URL || source.DOI || source.ISBN
      ? []
      : [
          {
            rule: 'findable-source',
            path,
            expected: 'a URL, a DOI or an ISBN by which a reader finds the source',
            found: 'none',
            todo: 'add one',
          },
        ],
  );

export const statedPublishers: Rule = (context) =>
  sourcesOf(context).flatMap(({ source, path }) =>
    source.publisherType === 'not stated'
      ? [
          {
            rule: 'stated-publisher',
            path: `${path}.publisherType`,
            expected: 'the type of the publisher',
            found: show(source.publisherType),
            todo: 'say what the publisher is; "not stated" is for imported packs only',
          },
        ]
      : [],
  );

export const uniqueAddresses: Rule = (context) => {
  const byAddress = Map.groupBy(
    sourcesOf(context).filter(({ source }) => source.URL !== undefined),
    ({ source }) => sameAddress(source.URL!),
  );
  return [...byAddress.values()].flatMap(([first, ...others]) =>
    others.map(({ source, path }) => ({
      rule: 'unique-address',
      path: `${path}.URL`,
      expected: 'one source for one address',
      found: `${show(source.URL)} is also the address of ${first!.source.id}`,
      todo: `cite ${first!.source.id} and delete this file`,
    })),
  );
};

/** What is left of an address when spellings of the same page are made one. */
function sameAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid|ref|CMP)$/u.test(key)) url.searchParams.delete(key);
  return `${hostOf(address)!.replace(/^(?:www|m|amp)\./u, '')}${url.pathname.replace(/\/$/u, '')}${url.search}`;
}

export const datedSources: Rule = (context) =>
  sourcesOf(context).flatMap(({ source, path }) =>
    source.URL !== undefined && source.accessed === undefined
      ? [
          {
            rule: 'dated-source',
            path: `${path}.accessed`,
            expected: 'the day on which the address was read',
            found: 'nothing',
            todo: 'add "accessed": { "date-parts": [[2026, 11, 22]] } with that day',
          },
        ]
      : [],
  );
