import { type AnnotationPage, webAnnotations } from '../cite/report.ts';
import { send } from '../messages/index.ts';
import type { Article } from './article.ts';

const lines = 'h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote,div';

/** What is mentioned in an article that is shown, as a W3C Web Annotation page whose offsets count in the text of its lines. */
export async function reportOn(article: Article, shown: HTMLElement): Promise<AnnotationPage> {
  const blocks = [...shown.querySelectorAll<HTMLElement>(lines)]
    .filter((element) => !element.querySelector(lines))
    .map((element) => element.innerText);
  const { title, lang, published, url } = article;
  const page = { title, blocks, ...(lang && { lang }), ...(published && { published }) };
  const { mentions, names } = await send('annotate', { page, known: [] });
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    starts.push(text.length);
    text += `${block}\n`;
  }
  return webAnnotations(
    { url, title, text },
    mentions.map(({ block, start, end, entity, why }) => ({
      start: starts[block]! + start,
      end: starts[block]! + end,
      entity,
      why,
    })),
    (entity) => names[entity] ?? entity,
  );
}

/** Hands the reader a file; nothing is sent anywhere. */
export function saveFile(name: string, content: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = `data:application/json;charset=utf-8,${encodeURIComponent(content)}`;
  link.click();
}
