import type * as Libraries from './libraries.ts';

interface Item {
  [property: string]: unknown;
}

interface Level {
  /** The item that the element is, if it is one. */
  item?: Item;
  /** The item that it belongs to, and as what. */
  owner?: Item;
  properties: string[];
  /** Its value, where an attribute says it. */
  value?: string;
  text: string;
}

/** Attributes that hold the value of an element: https://html.spec.whatwg.org/multipage/microdata.html#values */
const valueAttributes: Record<string, string> = {
  ...{ meta: 'content', time: 'datetime', data: 'value', meter: 'value', object: 'data' },
  ...{ a: 'href', area: 'href', link: 'href' },
  ...{ audio: 'src', embed: 'src', iframe: 'src', img: 'src', source: 'src', track: 'src', video: 'src' },
};

/**
 * The outermost items of a page's microdata, in the form of JSON-LD: types under `@type`, further values of a property in a list. `itemref` is not
 * followed.
 */
export function microdataIn(html: string, { MarkupParser }: typeof Libraries): Item[] {
  const found: Item[] = [];
  const open: Level[] = [];
  const parser = new MarkupParser({
    onopentag(name, attributes) {
      const owner = open.findLast(({ item }) => item)?.item;
      const level: Level = { properties: attributes.itemprop?.split(/\s+/u).filter(Boolean) ?? [], text: '' };
      if (owner) level.owner = owner;
      if ('itemscope' in attributes) {
        level.item = { '@type': attributes.itemtype?.split(/\s+/u).filter(Boolean) ?? [] };
        if (attributes.itemid) level.item['@id'] = attributes.itemid;
      }
      const value = attributes[valueAttributes[name] ?? 'content'];
      if (value !== undefined) level.value = value;
      open.push(level);
    },
    ontext(text) {
      for (const level of open) if (level.properties.length > 0) level.text += text;
    },
    onclosetag() {
      const level = open.pop();
      if (!level) return;
      const { item, owner, properties, value, text } = level;
      if (item && (!owner || properties.length === 0)) found.push(item);
      else if (owner) for (const property of properties) add(owner, property, item ?? value ?? text);
    },
  });
  parser.end(html);
  return found;
}

function add(item: Item, property: string, value: unknown): void {
  const before = Object.hasOwn(item, property) ? item[property] : undefined;
  item[property] = before === undefined ? value : [before, value].flat();
}
