/** Which ministries somebody has led, of those whose ministers news calls by office and surname alone. */
import type { NamedEntity } from '../types.ts';

export type Post = 'foreign' | 'defence' | 'interior' | 'finance' | 'justice';

/** Of the titles of open data, which are English. */
const OF_POSTS: readonly [Post, RegExp][] = [
  ['foreign', /\b(?:Foreign|External)(?! (?:Aid|Comm|Eco|Inv|Sec|Trade))|^Secretary of State$/],
  ['defence', /\bDefen[cs]e(?! (?:Ind|Mat|Per|Prod|Read|Sci))/],
  ['interior', /\b(?:Interior|Internal Aff|Home (?:Aff|Dep))/],
  ['finance', /\b(?:Finances?|Treasur(?:er|y)|Exchequer)\b/],
  ['justice', /\bJustice|^Attorney[- ]General/],
];

const LEADS = /\b(?:Attorney|Exchequer|Minister|Secretary|Treasurer)\b|^Chief, Federal Dep/;
/** Who helps a minister or speaks for one; a deputy prime minister may lead a ministry. */
const HELPS =
  /\b(?:Assistant|Associate|Board|Chief Sec|Council|Delegate|Deputy (?!Prime)|Minister in|Minister of State (?:for|in)|Parliamentary|Spoke|Under|Vice (?!Prime))/;

/** `undefined` where there is none. */
export function postsOf({ facts = [] }: NamedEntity): Post[] | undefined {
  const titles = facts.flatMap(({ property, value }) => (property === 'office-held' ? [String(value)] : []));
  const led = titles.filter((title) => LEADS.test(title) && !HELPS.test(title));
  const posts = OF_POSTS.flatMap(([post, pattern]) => (led.some((title) => pattern.test(title)) ? [post] : []));
  return posts.length > 0 ? posts : undefined;
}
