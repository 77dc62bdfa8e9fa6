import { Parser } from 'htmlparser2';
import { codeSample, flowOf, isCode, isShutBy, natureInSvg, natureOf, noteSign } from '../../src/dataset/html-rules.ts';
import * as is from '../../src/dataset/natures.ts';
import { candidatesIn, firstDate, type StatedDates } from '../../src/dataset/publication-date.ts';
import type { PageText } from '../../src/match/types.ts';

/** An element that is open. */
interface Level {
  name: string;
  /** Nothing in it is read. */
  shut: boolean;
  svg: boolean;
  /** Blocks that were there before a <pre>, which is read to its end before it is known whether it is code. */
  before: number;
  className: string;
}

/**
 * Title, language, date and blocks of an HTML document, as the extension reads them from the page it makes, by the same table. What only style or
 * scripts decide is read as if there were neither. Never throws: HTML has no errors, only surprises.
 */
export function readHtml(html: string): PageText & { url?: string } {
  const blocks: string[] = [];
  const open: Level[] = [];
  const dates: StatedDates = { json: [], named: [], times: [] };
  let text = '';
  /** A line was broken, and nothing but spaces came since. */
  let broken = false;
  let title: string | undefined;
  let inTitle = false;
  let lang: string | undefined;
  let url: string | undefined;
  let jsonLd: string | undefined;
  /** Depth of the article that the page is about: only its <time> counts. */
  let main: { depth: number } | undefined;
  let mainOver = false;

  const isShut = () => open.at(-1)?.shut ?? false;
  const endBlock = () => {
    const block = text.replace(/\s+/g, ' ').trim();
    if (block.length > 1) blocks.push(block);
    text = '';
    broken = false;
  };
  const breakLine = () => {
    if (broken) endBlock();
    else if (text) {
      text += '\n';
      broken = true;
    }
  };
  const add = (chunk: string) => {
    // At the beginning of a block or beside a word, but not beside a number, whose power it is.
    const isNote = () => noteSign.test(chunk) && (!text.trim() || /[^\s\d]$/.test(text));
    if (open.some(({ name }) => name === 'sup') && isNote()) return;
    text += chunk;
    if (chunk.trim()) broken = false;
  };
  const natureIn = (name: string, inSvg: boolean) => {
    if (name === 'svg') return is.inline;
    return inSvg ? natureInSvg(name) : natureOf(name);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const around = open.at(-1);
        if (name === 'html') lang ??= attributes.lang;
        if (name === 'title' && title === undefined && !around?.svg) inTitle = true;
        if (name === 'meta') {
          const property = attributes.property ?? attributes.itemprop ?? attributes.name ?? '';
          if (attributes.content) dates.named.push([property, attributes.content]);
        }
        if (name === 'link' && attributes.rel === 'canonical') url = attributes.href;
        if (name === 'script' && attributes.type === 'application/ld+json') jsonLd = '';
        const isMain = name === 'article' || name === 'main' || attributes.role === 'main';
        if (isMain && !main && !mainOver) main = { depth: open.length };
        if (name === 'time' && attributes.datetime && (main || attributes.itemprop === 'datePublished'))
          dates.times.push(attributes.datetime);

        const svg = name === 'svg' || (around?.svg === true && around.name !== 'foreignobject');
        const nature = natureIn(name, around?.svg === true && around.name !== 'foreignobject');
        if (name === 'br' && !isShut()) breakLine();
        else if (!isShut() && nature & is.skipped && nature & is.replaced && text) text += '\uFFFC';
        else if (!isShut() && isLine(name, nature)) endBlock();
        const shut = isShut() || (nature & is.skipped) !== 0 || isShutBy((attribute) => attributes[attribute] ?? null);
        open.push({ name, shut, svg, before: blocks.length, className: attributes.class ?? '' });
      },
      ontext(chunk) {
        if (jsonLd !== undefined) jsonLd += chunk;
        else if (inTitle) title = (title ?? '') + chunk;
        else if (!isShut()) add(chunk);
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (jsonLd !== undefined && name === 'script') {
          dates.json.push(jsonLd);
          jsonLd = undefined;
        }
        const level = open.pop();
        if (main && open.length <= main.depth) {
          main = undefined;
          mainOver = true;
        }
        if (!level || isShut()) return;
        if (isLine(name, natureIn(name, level.svg && name !== 'svg'))) endBlock();
        if (name === 'pre' && !level.shut) {
          const read = blocks.slice(level.before).join('\n').slice(0, codeSample);
          if (isCode(level.className, read)) blocks.length = level.before;
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  endBlock();
  const published = firstDate(candidatesIn(dates));
  return {
    blocks,
    ...(title !== undefined && { title: title.replace(/\s+/g, ' ').trim() }),
    ...(lang && { lang }),
    ...(published && { published }),
    ...(url && { url }),
  };
}

/** Whether an element is a line of its own where no style says otherwise. */
function isLine(name: string, nature: number): boolean {
  const flow = flowOf(nature);
  return flow === is.block || (flow === is.soft && (name === 'div' || name === 'section'));
}
