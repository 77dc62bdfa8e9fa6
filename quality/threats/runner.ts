/** One Vitest for many rows: started by `main.ts` in a copy of the tree, it runs the test of each row that it is sent. */
import { resolve } from 'node:path';
import { createVitest } from 'vitest/node';

/** The test to run with one source edited: before the next run it is as it was. */
export interface Order {
  project: string;
  /** The source, relative to the copy. */
  file: string;
  test: string;
  /** What the name of the test holds. */
  name: string;
}

export interface Outcome {
  /** Of each test whose name holds it: whether it passed. */
  passed: boolean[];
  /** What went wrong beside them. */
  problem: string;
}

const vitest = await createVitest('test', { watch: false, reporters: [{}] });
await vitest.standalone();

/** Sources that Vitest must read anew: the one that is edited, and the one that was. */
const edited: string[] = [];

async function run({ project, file, test, name }: Order): Promise<Outcome> {
  edited.push(resolve(file));
  for (const each of edited) vitest.invalidateFile(each);
  edited.splice(0, edited.length - 1);
  vitest.setGlobalTestNamePattern(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const specification = vitest.getProjectByName(project).createSpecification(resolve(test));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification]);
  const errors = [...testModules.flatMap((module) => module.errors()), ...unhandledErrors];
  const states = testModules.flatMap((module) => [...module.children.allTests()]).map((each) => each.result().state);
  return {
    passed: states.flatMap((state) => (state === 'passed' ? true : state === 'failed' ? false : [])),
    problem: errors.map((error) => (error as Error).message).join('\n'),
  };
}

process.on('message', async (order: Order) => process.send!(await run(order)));
process.on('disconnect', async () => {
  await vitest.close();
  process.exit();
});
process.send!('ready');
