import type { Dispute, Entity, EntityKind, Source } from '../dataset/schema.ts';
import { kindOfWord } from './kind-words.ts';
import {
  address,
  cslDateOf,
  date,
  finish,
  type ImportOptions,
  idOf,
  importedSource,
  isRecord,
  type Outcome,
  plain,
  texts,
} from './record.ts';

/** One review of one claim, as its publisher marked it up (schema.org/ClaimReview). */
interface Review {
  claim: string;
  claimant: string;
  kind: EntityKind;
  claimed?: string;
  appearance?: string;
  reviewer: string;
  rating: string;
  url: string;
  reviewed?: string;
}

/**
 * Every `ClaimReview` anywhere in a JSON-LD document: single, in a list, in a `@graph` or in a feed, with or without the prefix of its
 * words; and the answers of Google's Fact Check Tools API (`claims`), in the same form.
 */
export function claimReviewsIn(value: unknown): unknown[] {
  const found: unknown[] = [];
  // A queue instead of recursion: a file that is nested a million levels deep costs time and no stack.
  const queue = [value];
  for (const item of queue) {
    if (Array.isArray(item)) for (const child of item) queue.push(child);
    else if (isRecord(item)) {
      if (isA(item, 'ClaimReview')) found.push(unprefixed(item));
      else if (Array.isArray(item.claimReview))
        found.push(...item.claimReview.map((review) => fromAnswer(item, review)));
      else for (const child of Object.values(item)) if (child !== null && typeof child === 'object') queue.push(child);
    }
  }
  return found;
}

/** Pages may say the same review in JSON-LD and in microdata: those of `more` that do not stand in `reviews`, by address and claim. */
export function withoutRepeats(more: readonly unknown[], reviews: readonly unknown[]): unknown[] {
  const key = (review: unknown) =>
    isRecord(review) ? JSON.stringify([address(review.url) ?? null, plain(review.claimReviewed)]) : '';
  const known = new Set(reviews.map(key));
  return more.filter((review) => !known.has(key(review)));
}

const prefix = /^(?:schema:|https?:\/\/schema\.org\/)/u;

function isA(item: Record<string, unknown>, type: string): boolean {
  return texts(item['@type']).some((name) => name.replace(prefix, '') === type);
}

/** Inner objects deeper than this are no part of a review. */
const deepest = 8;

/** The words without their prefix, and values out of the objects in which JSON-LD may put them. */
function unprefixed(value: unknown, depth = 0): unknown {
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return value.map((each) => unprefixed(each, depth + 1));
  if (!isRecord(value)) return value;
  if ('@value' in value) return value['@value'];
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
    key.replace(prefix, ''),
    key === '@type' ? texts(each).map((type) => type.replace(prefix, '')) : unprefixed(each, depth + 1),
  ]);
  // A key without a prefix stands against the same one with it.
  const plainKeys = entries.filter(([key]) => Object.hasOwn(value, key));
  return Object.fromEntries([...entries, ...plainKeys]);
}

/** https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims */
function fromAnswer(claim: Record<string, unknown>, review: unknown): unknown {
  const { publisher, url, reviewDate, textualRating } = isRecord(review) ? review : {};
  return {
    claimReviewed: claim.text,
    itemReviewed: { author: { name: claim.claimant }, datePublished: claim.claimDate },
    author: isRecord(publisher) ? { name: plain(publisher.name) || plain(publisher.site) } : undefined,
    reviewRating: { alternateName: textualRating },
    url,
    datePublished: reviewDate,
  };
}

export interface ClaimOptions extends ImportOptions {
  /** Put before the ids of claimants. */
  prefix: string;
}

/**
 * Claims with what reviewers said of them, one entity for each claimant. A rating is shown as the reviewer's words, beside the claim:
 * it is a position in a dispute, never a verdict of ours.
 */
export function readClaimReviews(
  values: readonly unknown[],
  options: ClaimOptions,
): { outcomes: Outcome[]; skipped: Map<string, number> } {
  const skipped = new Map<string, number>();
  const byClaimant = new Map<string, Review[]>();
  for (const value of values) {
    const review = reviewOf(value);
    if (typeof review === 'string') skipped.set(review, (skipped.get(review) ?? 0) + 1);
    else byClaimant.set(review.claimant, [...(byClaimant.get(review.claimant) ?? []), review]);
  }
  return { outcomes: [...byClaimant.values()].map((reviews) => claimant(reviews, options)), skipped };
}

/** The review, or why it is left out. */
function reviewOf(value: unknown): Review | string {
  if (!isRecord(value)) return 'not an object';
  const item = first(value.itemReviewed);
  const author = first(item?.author);
  const reviewer = first(value.author) ?? first(value.publisher);
  const rating = first(value.reviewRating);
  const found = {
    claim: plain(value.claimReviewed) || plain(item?.name),
    claimant: plain(author?.name, 200),
    reviewer: plain(reviewer?.name, 200),
    rating: plain(rating?.alternateName, 200) || plain(rating?.name, 200) || ratingText(rating),
    url: address(value.url) ?? address(isRecord(value.url) ? value.url['@id'] : value['@id']),
  };
  if (found.claim === '') return 'no claim';
  if (found.claimant === '') return 'nobody named as the one who claims';
  if (found.url === undefined) return 'no address of the review';
  const [claimed, reviewed] = [date(item?.datePublished), date(value.datePublished)];
  const appearance = [item?.firstAppearance, item?.appearance]
    .flat()
    .flatMap((place) => address(isRecord(place) ? place.url : place) ?? [])[0];
  return {
    ...found,
    url: found.url,
    reviewer: found.reviewer || new URL(found.url).hostname,
    kind: kindOf(texts(author?.['@type'])[0] ?? ''),
    ...(claimed === undefined ? {} : { claimed }),
    ...(reviewed === undefined ? {} : { reviewed }),
    ...(appearance === undefined ? {} : { appearance }),
  };
}

function kindOf(type: string): EntityKind {
  const kind = kindOfWord(type);
  return kind === undefined || kind === 'unnamed' ? 'term' : kind;
}

/** The first of a list; a text stands for something of that name. */
function first(value: unknown): Record<string, unknown> | undefined {
  const item = Array.isArray(value) ? value[0] : value;
  if (typeof item === 'string' && !/^https?:/iu.test(item)) return { name: item };
  return isRecord(item) ? item : undefined;
}

function ratingText(rating: Record<string, unknown> | undefined): string {
  const [value, best] = [rating?.ratingValue, rating?.bestRating].map((number) =>
    typeof number === 'number' ? String(number) : plain(number, 20),
  );
  return value ? `${value}${best ? ` of ${best}` : ''}` : '';
}

function claimant(reviews: readonly Review[], options: ClaimOptions): Outcome {
  const { claimant: name, kind } = reviews[0]!;
  const id = idOf(name, options.prefix);
  const sources = new Map<string, Source>();
  const cite = (url: string, known: Parameters<typeof importedSource>[2]) => {
    const source = sources.get(url) ?? importedSource(`${id}-s${sources.size + 1}`, options, { ...known, URL: url });
    sources.set(url, source);
    return [{ source: source.id, supports: 'direct' as const }];
  };
  const reviewSource = ({ url, reviewer, claim, reviewed }: Review) =>
    cite(url, {
      title: `Review of: ${plain(claim, 160)}`,
      publisher: reviewer,
      relation: 'published the review',
      ...(reviewed === undefined ? {} : { issued: cslDateOf(reviewed) }),
    });
  const disputes = [...Map.groupBy(reviews, ({ claim }) => claim)].map(([claim, list], i): Dispute => {
    const [any] = list as [Review, ...Review[]];
    const claimSource = any.appearance
      ? cite(any.appearance, {
          title: `Where the claim stood: ${plain(claim, 160)}`,
          publisher: new URL(any.appearance).hostname,
          relation: 'place of the claim, as the review names it',
        })
      : reviewSource(any);
    return {
      id: `claim-${i + 1}`,
      question: `What ${name} is reported to have claimed, and what reviewers said`,
      positions: [
        {
          holder: name,
          relation: 'made the claim, according to the review',
          text: `“${claim}”`,
          ...(any.claimed ? { date: any.claimed } : {}),
          citations: claimSource,
        },
        ...list.map((review) => ({
          holder: review.reviewer,
          relation: 'reviewed the claim',
          text: review.rating === '' ? 'Published a review of the claim.' : `Rated the claim “${review.rating}”.`,
          ...(review.reviewed ? { date: review.reviewed } : {}),
          citations: reviewSource(review),
        })),
      ],
    };
  });
  const draft: Entity = { id, kind, name, disputes };
  return finish(draft, [...sources.values()], options);
}
