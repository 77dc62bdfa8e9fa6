/** What runs on every change, and by itself once a week, is read by GitHub's own parser. Each failure says what to do. */
import { globSync, readFileSync } from 'node:fs';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { expect, test } from 'vitest';

const workflows = globSync('.github/workflows/*.yml').sort();
const read = (file: string) => readFileSync(file, 'utf8');

/** What is wrong with a workflow: its keys, its values, its expressions. */
async function lint(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  const converted = value ? await convertWorkflowTemplate(context, value) : { errors: [] };
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(converted.errors ?? []).map(({ Message }) => Message),
  ];
}

test('every workflow is one that GitHub reads', async () => {
  expect(workflows).toContain('.github/workflows/refresh.yml');
  for (const file of workflows) expect(await lint(read(file)), `${file}: correct the line that is named.`).toEqual([]);
});

test.each([
  ['a key', 'timeout-minutes', 'timeout-hours'],
  ['an event', 'workflow_dispatch', 'workflow_dispatched'],
  ['an expression', 'github.token', 'github.token +'],
  ['a context', 'steps.read', 'stepz.read'],
  ['a time', '17 4 * * 1', '17 45 * * 1'],
])('the parser finds %s that is none', async (_, right, wrong) => {
  const workflow = read('.github/workflows/refresh.yml');
  expect(workflow).toContain(right);
  expect(await lint(workflow.replace(right, wrong))).not.toEqual([]);
});

test('every workflow runs on the one version of Node', () => {
  const [major] = JSON.parse(read('package.json')).devDependencies.node.split('.');
  expect(read('.nvmrc').trim()).toBe(major);
  const others = workflows.filter((file) => /node-version:/.test(read(file)));
  expect(others, 'Write "node-version-file: .nvmrc".').toEqual([]);
});

test('a workflow reads and nothing more, but for jobs that say what they write', () => {
  for (const file of workflows)
    expect(read(file), `${file}: begin with "permissions: contents: read".`).toMatch(
      /^permissions:\n {2}contents: read$/mu,
    );
});
