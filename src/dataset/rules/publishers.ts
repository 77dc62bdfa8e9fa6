import { hostOf } from '../addresses.ts';
import { show } from '../problem.ts';
import type { Source } from '../schema.ts';
import type { PublisherHost, Rule, RuleContext } from './rule.ts';

/** The entry for a host: its own, or that of the nearest domain above it. */
function publisherOf(source: Source, publishers: readonly PublisherHost[]): PublisherHost | undefined {
  const host = hostOf(source.URL)?.replace(/^www\./u, '');
  return publishers
    .filter((entry) => host === entry.host || host?.endsWith(`.${entry.host}`))
    .toSorted((a, b) => b.host.length - a.host.length)[0];
}

function sourcesOf({ library, publishers }: RuleContext) {
  return [...library.sources.values()].map(({ source }) => ({
    source,
    path: `sources/${source.id}`,
    publisher: publisherOf(source, publishers),
  }));
}

/** Whoever speaks on a host is judged once, with a reason, and not by each source. */
export const knownPublishers: Rule = (context) =>
  sourcesOf(context).flatMap(({ source, path, publisher }) => {
    const host = hostOf(source.URL);
    if (host === undefined) return [];
    if (publisher === undefined)
      return [
        {
          rule: 'known-publisher',
          path: `${path}.URL`,
          expected: 'a host that data/publishers.json knows',
          found: show(host),
          todo: 'find out who is behind the host, and add it there with the type of publisher and the reason',
        },
      ];
    // The text is somebody else's, or the publisher speaks about itself: then its usual type says too little.
    const free = source.origin !== undefined || ['party to the matter', 'not stated'].includes(source.publisherType);
    if (free || publisher.types.includes(source.publisherType)) return [];
    return [
      {
        rule: 'publisher-type',
        path: `${path}.publisherType`,
        expected: `${publisher.types.join(' or ')}, as data/publishers.json has ${publisher.host} (${publisher.why})`,
        found: source.publisherType,
        todo: 'correct it; if the text is another’s, say whose in origin; if the table is wrong, mend it there with a reason',
      },
    ];
  });

/** What says, in the relation of a source, that its text is another's. */
const elsewhere =
  /\bcarr(?:y|ies|ied|ying)\b|agency (?:text|copy|material)|text (?:taken|kept)|text of (?!.*\bitself\b)|\brepeating\b|\breprints?\b|\bkept (?:by|in)\b|\breproduces\b|\bWikipedia\b/iu;

/** Whose text it is counts for independence, so it stands where the count finds it. */
export const statedOrigins: Rule = (context) =>
  sourcesOf(context).flatMap(({ source, path, publisher }) => {
    const byHost = publisher?.carrier === true;
    if (source.origin !== undefined && context.library.sources.has(source.origin))
      return [
        {
          rule: 'stated-origin',
          path: `${path}.origin`,
          expected: 'a name, which the card shows',
          found: `the id ${show(source.origin)}`,
          todo: 'write who it is, and the day: "Reuters, 3 May 2020"',
        },
      ];
    const own = /(?:^|\.)wikipedia\.org$/u.test(hostOf(source.URL) ?? '');
    if (source.origin !== undefined || own || !(byHost || elsewhere.test(source.relation))) return [];
    return [
      {
        rule: 'stated-origin',
        path: `${path}.origin`,
        expected: byHost
          ? `the origin of a text on ${publisher.host} (${publisher.why})`
          : `the origin of what is, by its relation, ${show(source.relation)}`,
        found: 'none',
        todo: 'name the agency, body or outlet whose text it is, as the page does; with the day where it is known',
      },
    ];
  });
