import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** CSS pixels: toolbar (16 to 48, for all densities), extension pages and store (96, 128). */
export const iconSizes = [16, 24, 32, 48, 96, 128] as const;

let ready: Promise<void> | undefined;

/** The icon as PNG in one size. Chromium takes no SVG in a manifest; resvg gives the same bytes on every machine. */
export async function renderIcon(svg: string, size: number): Promise<Uint8Array> {
  ready ??= readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(initWasm);
  await ready;
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}
