/** `npm run -s pack -- COMMAND …`: the dataset's command line. Each command is a module; only the one that is asked for is loaded. */

const commands: Record<string, { usage: string; load: () => Promise<(args: string[]) => Promise<number>> }> = {
  check: {
    usage: 'check [PACKDIR…]  every rule of data/POLICY.md that a program can check',
    load: async () => (await import('./check.ts')).check,
  },
  format: {
    usage: 'format [PACKDIR|FILE…]  write records in their one form',
    load: async () => (await import('./format.ts')).format,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error(`expected a command, found ${name === '' ? 'none' : `"${name}"`}\n`);
  console.error(
    Object.values(commands)
      .map(({ usage }) => `  npm run -s pack -- ${usage}`)
      .join('\n'),
  );
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await (await command.load())(args);
  } catch (error) {
    console.error(`pack ${name}: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
