/** Annotates documents with the same matcher as the extension: one document for reading, or a corpus. */
import { type Options, readOptions, usage } from './options.ts';

/** Only what is asked for is loaded. @returns the exit code */
async function run(options: Options): Promise<number> {
  if (options.jsonl) return (await import('./corpus/run.ts')).annotateCorpus(options);
  if (options.summary !== undefined) return (await import('./corpus/summary.ts')).summarise(options);
  console.log(await (await import('./one.ts')).annotateOne(options));
  return 0;
}

// Whoever reads may have seen enough: "| head" ends a run without an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else process.exitCode = await run(options);
} catch (error) {
  console.error(`${(error as Error).message}\n\nRun "npm run -s annotate -- --help" to see what can be asked.`);
  process.exitCode = 2;
}
