import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iconSizes, renderIcon } from './icons.ts';

const svg = readFileSync('public/icon.svg', 'utf8');

test.each(iconSizes)('the icon is rendered as a PNG of %d pixels, the same each time', async (size) => {
  const png = await renderIcon(svg, size);
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([size, size]);
  expect(await renderIcon(svg, size)).toEqual(png);
});
