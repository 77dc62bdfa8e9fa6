/** Programs of others that tests of corpora run: GNU parallel, and Python with Dask and NetworkX. */
import { spawnSync } from 'node:child_process';
import { canInstall, install } from '../browser-driver/debian.mjs';

/** Python modules, and the packages of Debian that hold them. */
const modules = { distributed: 'python3-distributed', networkx: 'python3-networkx' };

const runs = (program: string, args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** A Python that has a module: the first on PATH, or Debian's own beside it. */
export function pythonWith(module: keyof typeof modules): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => runs(python, ['-c', `import ${module}`]));
}

export function hasParallel(): boolean {
  return runs('parallel', ['--version']);
}

/** Installs what is missing, where that can be done without asking anyone. Elsewhere the tests that need it are skipped, and say so. */
export function ensurePrograms(): void {
  const missing = [
    ...(hasParallel() ? [] : ['parallel']),
    ...(Object.keys(modules) as (keyof typeof modules)[]).flatMap((name) => (pythonWith(name) ? [] : modules[name])),
  ];
  if (missing.length > 0 && canInstall())
    install(`The tests of corpora need ${missing.join(', ')}, which are not there.`, missing);
}
