/** The house's import rules (docs/adr/0001). Each failure says what to do. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

interface Import {
  /** As it is written. */
  request: string;
  /** Path from the project's root, for a relative import. */
  file?: string;
  /** Erased before the code runs. */
  typeOnly: boolean;
}

/** What only tests read: they may use what does not ship. */
const ofTests = /(?:\.test|[/-]testing)\.ts$/;
const files = globSync('{browser-driver,cli,entrypoints,quality,src,tools}/**/*.{ts,tsx,mjs}').filter(
  (file) => !ofTests.test(file),
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const named = module.staticImports.map((found) => ({
    request: found.moduleRequest.value,
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest ? [{ request: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
    ),
  );
  return [...named, ...passedOn].map((found) =>
    found.request.startsWith('.') ? { ...found, file: normalize(`${dirname(file)}/${found.request}`) } : found,
  );
}

const folderOf = (file: string) =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 1)
    .join('/');

/** What each folder may import at run time beside itself (docs/adr/0001): folders, packages, single files. Types may come from anywhere in `src`. */
const mayImport: Record<string, string[]> = {
  'src/text': [],
  'src/browser': ['webextension-polyfill', 'wxt'],
  'src/match': ['src/text', 'src/dataset/kinds.ts'],
  'src/dataset': ['zod/mini', 'src/text'],
  'src/import': ['src/dataset', 'papaparse', 'bibtex-parse', 'htmlparser2', 'hucre', 'fflate', 'zod/mini'],
  'src/own-packs': ['idb', 'fake-indexeddb', 'src/browser', 'src/dataset', 'src/import', 'src/match', 'src/text'],
  'src/updates': ['idb', 'src/dataset'],
  'src/shelf': ['idb', 'src/cite'],
  'src/page': ['src/dataset'],
  'src/entry-view': ['src/cite', 'src/dataset'],
  'src/card': ['src/entry-view'],
  'src/search': ['fuse.js', 'src/dataset', 'src/text'],
  'src/cite': [],
  'src/settings': ['src/browser', 'src/dataset/kinds.ts'],
  'src/locale': ['locales', 'src/settings'],
  'src/worker': [
    'zod/mini',
    'src/cite',
    'src/dataset',
    // What is copied is written by the worker in the words of the card.
    'src/entry-view',
    'src/match',
    'src/own-packs',
    'src/search',
    'src/settings',
    'src/messages',
    'src/locale',
  ],
  'src/messages': ['src/browser'],
  'src/ui': [
    'preact',
    'pdfjs-dist',
    'src/browser',
    'src/card',
    'src/cite',
    'src/entry-view',
    'src/locale',
    'src/messages',
    'src/own-packs',
    'src/page',
    'src/settings',
    'src/shelf',
    'src/dataset',
    'src/import',
  ],
};

test('nothing but tests imports what is written for tests', () => {
  const broken = [...imports].flatMap(([file, found]) =>
    found.flatMap(({ file: target }) => (target && ofTests.test(target) ? [`${file} imports ${target}`] : [])),
  );
  expect(broken).toEqual([]);
});

test('a folder of src imports only what its row of the table allows', () => {
  const broken: string[] = [];
  for (const [file, found] of imports) {
    const allowed = mayImport[folderOf(file)];
    if (!allowed) continue;
    for (const { request, file: target, typeOnly } of found) {
      if (typeOnly) continue;
      const place = target ? folderOf(target) : request;
      if (
        place === folderOf(file) ||
        allowed.some((name) => [place, target].includes(name) || place.startsWith(`${name}/`))
      )
        continue;
      broken.push(
        `${file} imports ${request}: ${folderOf(file)} may import ${allowed.join(', ') || 'nothing'}. ` +
          'Use "import type", pass the value in as an argument, or move the code to the folder it belongs to.',
      );
    }
  }
  expect(broken).toEqual([]);
});

/** What each place imports at run time, places being files or the folders that hold them. */
function arrowsBetween(placeOf: (file: string) => string): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const [file, found] of imports) {
    const own = arrows.get(placeOf(file)) ?? new Set();
    arrows.set(placeOf(file), own);
    for (const { file: target, typeOnly } of found)
      if (target && !typeOnly && imports.has(target) && placeOf(target) !== placeOf(file)) own.add(placeOf(target));
  }
  return arrows;
}

/** A way from a place back to itself, if there is one. */
function circleIn(arrows: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const done = new Set<string>();
  const walk = (place: string, way: string[]): string | undefined => {
    if (way.includes(place)) return [...way.slice(way.indexOf(place)), place].join(' -> ');
    if (done.has(place)) return undefined;
    done.add(place);
    for (const next of arrows.get(place) ?? []) {
      const circle = walk(next, [...way, place]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const place of arrows.keys()) {
    const circle = walk(place, []);
    if (circle) return circle;
  }
  return undefined;
}

test('no file and no folder imports itself by way of others', () => {
  const todo = 'Move what both need into a file or folder of its own, or pass it in as an argument.';
  for (const placeOf of [(file: string) => file, folderOf])
    expect(circleIn(arrowsBetween(placeOf)), todo).toBe(undefined);
});

test('the kinds that matcher and settings share bring nothing with them', () => {
  expect(imports.get('src/dataset/kinds.ts')).toEqual([]);
});

test('every relative import names a file, with its extension', () => {
  const known = new Set(
    globSync('{browser-driver,cli,entrypoints,quality,src,tools,locales,data,tests}/**/*.*').map(normalize),
  );
  const broken = [...imports].flatMap(([file, found]) =>
    found
      .filter(({ file: target }) => target && !known.has(target.replace(/\?.*$/, '')))
      .map(
        ({ request }) =>
          `${file} imports ${request}: no such file. Write the extension (.ts, .tsx); Node runs these files as they are.`,
      ),
  );
  expect(broken).toEqual([]);
});

test('nothing that a page loads reaches zod, fuse.js, preact or the matcher', () => {
  const broken: string[] = [];
  const seen = new Set<string>();
  const walk = (file: string, way: string[]) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { request, file: target, typeOnly } of imports.get(file) ?? []) {
      if (typeOnly) continue;
      if (/^(zod|fuse\.js|preact)(\/|$)/.test(request) || target?.startsWith('src/match/')) {
        broken.push(
          `${[...way, file].join(' -> ')} -> ${request}: the content script is loaded into every page and must stay small. ` +
            'Ask the worker for the result through src/messages.',
        );
      } else if (target) walk(target, [...way, file]);
    }
  };
  expect(files).toContain('entrypoints/annotate.ts');
  walk('entrypoints/annotate.ts', []);
  walk('entrypoints/card.ts', []);
  expect(broken).toEqual([]);
});

test('the browser API is named only in entrypoints and src/browser', () => {
  const broken = files
    .filter((file) => file.startsWith('src/') && !/^src\/(browser|messages|settings)\//.test(file))
    .filter((file) => /\b(?:browser|chrome)\.[a-z]\w*\.|from '[^']*\/browser\.ts'/.test(readFileSync(file, 'utf8')))
    .map((file) => `${file} names the browser API: take what it needs as an argument and let entrypoints/ pass it in.`);
  expect(broken).toEqual([]);
});

test('text and match know no document, no timer and no clock', () => {
  const forbidden =
    /\b(?:document|window|setTimeout|setInterval|queueMicrotask|performance|Date|Intl|HTMLElement|Node)\b(?!['\w])/g;
  const broken: string[] = [];
  for (const file of files.filter((name) => /^src\/(text|match)\//.test(name))) {
    const source = readFileSync(file, 'utf8');
    /** A variable or a parameter of the file's own may be called `window`. */
    const isOwn = (name: string) =>
      new RegExp(`\\b(?:const|let)\\s+${name}\\b|[(,{]\\s*${name}\\s*[:,)}]`).test(source);
    for (const [at, line] of source.split('\n').entries()) {
      const code = line
        .replace(/\/\/.*$|^\s*\/?\*.*$|\/\*.*?\*\//g, '')
        .replace(/'[^']*'|`[^`]*`|\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '');
      const name = code.match(forbidden)?.find((each) => !isOwn(each));
      if (name) {
        broken.push(
          `${file}:${at + 1} names ${name}: matching is pure, the same in worker, Node and tests. Pass the value in.`,
        );
      }
    }
  }
  expect(broken).toEqual([]);
});

interface Node {
  type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** Names that a pattern or a declaration binds. */
function boundIn(node: Node): string[] {
  if (node.type === 'Identifier') return [node.name as string];
  if (node.type === 'VariableDeclarator') return boundIn(node.id as Node);
  if (node.type === 'Property') return boundIn(node.value as Node);
  if (node.type === 'AssignmentPattern') return boundIn(node.left as Node);
  return childrenOf(node).flatMap(boundIn);
}

function declaredIn(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return boundIn(node);
  return childrenOf(node).flatMap(declaredIn);
}

const MUTATING = /^(?:set|add|push|pop|shift|unshift|fill|clear|delete|sort|splice|reverse|copyWithin)$/;
/** What these make is there to be written on. */
const MADE_TO_WRITE = /^create[A-Z]/;

/** The variable whose content an expression is: `rows` of `rows[0].costs`. */
function rootOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name as string;
  if (/^(?:MemberExpression|TSNonNullExpression)$/.test(node.type))
    return rootOf((node.object ?? node.expression) as Node);
  return undefined;
}

/** Variables of a module that its functions write to, each `let`, and what was made to be written on. A table that is filled where it is declared is none. */
function moduleState(file: string): string[] {
  const body = (parseSync(file, readFileSync(file, 'utf8')).program as unknown as { body: Node[] }).body;
  const own = new Set<string>();
  const state = new Set<string>();
  for (const statement of body) {
    const declaration = isNode(statement.declaration) ? statement.declaration : statement;
    if (declaration.type !== 'VariableDeclaration') continue;
    for (const each of declaration.declarations as Node[]) {
      const made = isNode(each.init) && isNode(each.init.callee) ? rootOf(each.init.callee) : undefined;
      for (const name of boundIn(each)) {
        own.add(name);
        if (declaration.kind !== 'const' || (made && MADE_TO_WRITE.test(made))) state.add(name);
      }
    }
  }
  const walk = (node: Node, inside: boolean, hidden: ReadonlySet<string>): void => {
    let [within, shadows] = [inside, hidden];
    if (/Function/.test(node.type) && node.type !== 'TSFunctionType') {
      within = true;
      shadows = new Set([...hidden, ...(node.params as Node[]).flatMap(boundIn), ...declaredIn(node.body as Node)]);
    }
    const written =
      node.type === 'AssignmentExpression'
        ? rootOf(node.left as Node)
        : node.type === 'UpdateExpression'
          ? rootOf(node.argument as Node)
          : node.type === 'CallExpression' && MUTATING.test(String(((node.callee as Node).property as Node)?.name))
            ? rootOf((node.callee as Node).object as Node)
            : undefined;
    if (within && written && own.has(written) && !shadows.has(written)) state.add(written);
    for (const child of childrenOf(node)) walk(child, within, shadows);
  };
  for (const statement of body) walk(statement, false, new Set());
  return [...state];
}

test('text and match keep no state in a module', () => {
  const broken = files
    .filter((file) => /^src\/(text|match)\//.test(file))
    .flatMap((file) =>
      moduleState(file).map(
        (name) =>
          `${file} writes to the module variable ${name}: put it into the scratch object that the caller passes on.`,
      ),
    );
  expect(broken).toEqual([]);
});

test('code runs under Node as it stands: no enum, no namespace, no parameter property', () => {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  expect(compilerOptions).toMatchObject({ erasableSyntaxOnly: true, verbatimModuleSyntax: true });
});
