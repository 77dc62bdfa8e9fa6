/** How maintainers' commands are called: one way to read their options, and to say what was wrong with them. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

type Values<Options extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<{ options: Options }>>['values'];

/**
 * The options of a command. `--help` prints `usage` and ends the process with 0; what cannot be read ends it with 2.
 * @param args default: those of the process
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  args = process.argv.slice(2),
): Values<Options> {
  if (args.includes('--help')) {
    console.log(`Usage: ${usage}`);
    process.exit(0);
  }
  try {
    return parseArgs({ args, options }).values as Values<Options>;
  } catch (error) {
    return wrongUse(usage, (error as Error).message);
  }
}

/** Whether an error is about options that a command does not have, so that its usage belongs beside it. */
export const isOfOptions = (error: unknown): boolean =>
  String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');

/** Says what was expected and found, and how the command is called; ends the process with 2. */
export function wrongUse(usage: string, message: string): never {
  console.error(`${message}\n\nUsage: ${usage}`);
  process.exit(2);
}
