/** `npm run -s pack -- COMMAND …`: the dataset's command line. Each command is a module; only the one that is asked for is loaded. */
import { isOfOptions } from '../command.ts';

const commands: Record<string, { usage: string; load: () => Promise<(args: string[]) => Promise<number>> }> = {
  check: {
    usage: 'check [PACKDIR|FILE…]  every rule of data/POLICY.md that a program can check',
    load: async () => (await import('./check.ts')).check,
  },
  format: {
    usage: 'format [PACKDIR|FILE…]  write records in their one form',
    load: async () => (await import('./format.ts')).format,
  },
  new: {
    usage: 'new KIND ID --pack PACK [--name NAME]  start an entity',
    load: async () => (await import('./new.ts')).create,
  },
  review: {
    usage: 'review [ENTITY…] | review --import FILE  what waits for a second reader; stamp verdicts',
    load: async () => (await import('./review.ts')).review,
  },
  audit: {
    usage:
      'audit --sample N --seed N [--out FILE] | audit --import FILE [--own]  a sheet for an outside reader; keep its verdicts',
    load: async () => (await import('./audit.ts')).audit,
  },
  round: {
    usage: 'round LOG… [--on DATE]  count and keep what a round of reading changed',
    load: async () => (await import('./round.ts')).round,
  },
  translate: {
    usage: 'translate export LANG [--unread] | translate import LANG FILE  sheets for translators and second readers',
    load: async () => (await import('./translate.ts')).translate,
  },
  report: {
    usage: 'report [PACK…] [--news DIR] [--json]  coverage, sources, sides, names that fire on texts',
    load: async () => (await import('./report.ts')).report,
  },
  links: {
    usage: 'links [SOURCE…] [--json]  open every address (needs a network)',
    load: async () => (await import('./links.ts')).links,
  },
  diff: {
    usage: 'diff OLD NEW [--json]  what changed between two versions of a pack',
    load: async () => (await import('./diff.ts')).diff,
  },
  build: {
    usage: 'build DIR|FILE --out FILE[.gz]  one pack as one file',
    load: async () => (await import('./build.ts')).build,
  },
  import: {
    usage: 'import [FORMAT] INPUT --out FILE  a pack from data in another format',
    load: async () => (await import('./import.ts')).importPack,
  },
  export: {
    usage: 'export ftm|csl|ris|bibtex|wiki|markdown PACK [--out FILE]  entities or sources for other programs',
    load: async () => (await import('./export.ts')).exportPack,
  },
  preview: {
    usage:
      'preview [ID…] [--since REV|FILE] [--lang LANG] [--out DIR]  the cards as readers see them, changed ones first, as a page',
    load: async () => (await import('./preview.ts')).preview,
  },
  schema: {
    usage: 'schema [NAME] [--out FILE | --all]  JSON Schema for editors',
    load: async () => (await import('./schema.ts')).schema,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
const usages = Object.values(commands)
  .map(({ usage }) => `  npm run -s pack -- ${usage}`)
  .join('\n');
if (name === 'help' || name === '--help') console.log(usages);
else if (command && args.includes('--help')) console.log(`  npm run -s pack -- ${command.usage}`);
else if (command === undefined) {
  console.error(`expected a command, found ${name === '' ? 'none' : `"${name}"`}\n\n${usages}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (await command.load())(args);
  } catch (error) {
    console.error(`pack ${name}: ${(error as Error).message}`);
    if (isOfOptions(error)) console.error(`\n  npm run -s pack -- ${command.usage}`);
    process.exitCode = 2;
  }
}
