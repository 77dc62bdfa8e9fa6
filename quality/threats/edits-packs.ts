/** Of `edits.ts`, those against the maker of a pack. */
import type { Edit } from './edits.ts';

const conflicts = 'src/dataset/conflicts.ts';
const packs = 'src/own-packs/packs.test.ts';
const badInput = 'src/own-packs/bad-input.test.ts';
const bundled = { file: 'src/dataset/conflicts.ts', test: badInput };

export const onPacks: Record<string, Omit<Edit, 'threat'>[]> = {
  'Text that becomes markup or code': [
    {
      ...{
        file: 'src/card/seal.ts',
        from: "text.replaceWith(h('span', { 'data-t': text.data }))",
        to: 'parent.innerHTML = text.data',
      },
      ...{ test: 'tests/rules/guards.test.ts', name: 'nothing that ships makes markup from a string' },
    },
  ],
  'Addresses that do something': [
    {
      ...{ file: 'src/dataset/primitives.ts', from: '/^https?:\\/\\/[^', to: '/^\\w+:[^' },
      ...{ test: 'src/dataset/read.test.ts', name: 'a javascript: address' },
    },
    {
      ...{
        file: 'src/entry-view/dom.ts',
        from: 'address && /^https?:\\/\\//i.test(address) ? address : undefined',
        to: 'address',
      },
      ...{ test: 'quality/fuzz/targets.test.ts', name: 'addresses of links' },
    },
  ],
  'Keys such as `__proto__`': [
    {
      ...{
        file: 'src/dataset/schema.ts',
        from: 'export const packInfoSchema = z.strictObject(',
        to: 'export const packInfoSchema = z.object(',
      },
      ...{ test: 'src/dataset/read.test.ts', name: 'a key __proto__' },
    },
  ],
  'A file that fills memory': [
    {
      ...{ file: 'src/own-packs/input.ts', from: 'given > taken * mostGrowth', to: 'given < 0' },
      ...{
        test: 'src/own-packs/input.test.ts',
        name: 'a file that grows a thousandfold when it is unpacked is refused',
      },
    },
    {
      ...{ file: 'src/own-packs/input.ts', from: 'given > limit || ', to: '' },
      ...{ test: 'src/own-packs/input.test.ts', name: 'a file that unpacks to more than the limit is refused' },
    },
  ],
  'It takes the place of a bundled entry': [
    { ...bundled, from: 'there.id === pack.id', to: 'there.id === 0', name: 'the id of a bundled pack' },
    {
      ...{
        file: conflicts,
        from: 'plainForm(title) === plainForm(pack.title) || looksLike(title, pack.title)',
        to: 'there.id === 0',
      },
      ...{ test: badInput, name: 'the title of a bundled pack' },
    },
    {
      ...{ file: conflicts, from: ' || looksLike(title, pack.title)', to: '' },
      ...{
        test: 'src/dataset/conflicts.test.ts',
        name: 'a pack with a title that is or looks like one that is there is reported',
      },
    },
    {
      ...bundled,
      from: 'library.entities.get(entity.id)',
      to: 'library.entities.get(0)',
      name: 'an id of a bundled entity',
    },
    {
      ...bundled,
      from: 'looksLike(other.text, text)',
      to: 'other === text',
      name: 'a name in letters of another script that imitates',
    },
    {
      ...bundled,
      from: 'plainForm(other.text) === plainForm(text)',
      to: 'other === text',
      name: 'entities with the name of a bundled one are reported',
    },
    {
      ...{ file: 'src/dataset/characters.ts', from: '|\\p{Cf}|\\p{Default_Ignorable_Code_Point}', to: '' },
      ...{ test: 'src/dataset/characters.test.ts', name: 'a bidi override disguises a text' },
    },
    {
      ...{
        file: 'src/match/decision/decide.ts',
        from: 'if (!choice) continue;',
        to: 'continue;',
      },
      ...{ test: 'src/worker/own-packs.test.ts', name: 'never take the mark or the card of a bundled entry' },
    },
    {
      ...{ file: 'src/worker/answers.ts', from: ', brought: true }', to: ' }' },
      ...{ test: 'src/worker/own-packs.test.ts', name: 'never take the mark or the card of a bundled entry' },
    },
  ],
  'Names that stand in every text': [
    {
      ...{ file: 'src/own-packs/prepare.ts', from: '<= everywhereRank)', to: '< 0)' },
      ...{ test: badInput, name: 'a name that is everywhere' },
    },
    {
      ...{
        file: 'src/own-packs/preview.ts',
        from: 'if (wordRank(word) !== undefined || isCommonWord(word))',
        to: 'if (false)',
      },
      ...{ test: packs, name: 'tells of names that stand in every other text' },
    },
  ],
  'A text that imitates our interface': [
    {
      ...{ file: 'src/import/record.ts', from: ".replace(/<\\/?[a-z][^<>]*>/giu, ' ')", to: '' },
      ...{ test: badInput, name: 'HTML and script in a table come out as text' },
    },
  ],
  'Words that do something where they are pasted': [
    {
      ...{ file: 'src/cite/csv.ts', from: "/^[=+\\-@\\t\\r]/u.test(value ?? '')", to: 'value === 0' },
      ...{ test: 'src/cite/csv.test.ts', name: 'what a spreadsheet would run is shown instead' },
    },
    {
      ...{ file: 'src/cite/csv.ts', from: '[",;\\t\\r\\n]', to: '[",\\r\\n]' },
      ...{ test: 'src/cite/csv.test.ts', name: 'a cell that holds the separator of another program' },
    },
    {
      ...{ file: 'src/cite/report.ts', from: '/^(?:https?|file):/i.test(url) ? URL.parse(url) : null' },
      ...{
        to: '{ href: url }',
        test: 'src/cite/report.test.ts',
        name: 'stays one paragraph of Markdown without markup',
      },
    },
    {
      ...{
        file: 'src/cite/bibtex.ts',
        from: 'text.replace(/[\\\\{}~^]/g, (character) => special[character]!)',
        to: 'text',
      },
      ...{ test: 'src/cite/cite.test.ts', name: 'no title can break out of RIS, BibTeX' },
    },
  ],
  'A line or a document without end': [
    {
      ...{ file: 'src/import/lines.ts', from: 'if (size > longestLine) parts = [];\n    else if', to: 'if' },
      ...{ test: 'src/import/read-file.test.ts', name: 'with a line too long for anything real passes over it' },
    },
  ],
};
