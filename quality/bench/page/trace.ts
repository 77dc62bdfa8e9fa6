/** What a trace of Chromium says about one extension's part in the main thread of a page. Times in ms. */

/** An event of the trace event format; times in µs. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** CPU time of the thread within `dur`. */
  tdur?: number;
  pid: number;
  tid: number;
  id?: string;
  args: Record<string, unknown>;
}

export interface Cost {
  /** Script of the extension, with all that the browser does on its behalf while it runs, and its compilation. */
  script: number;
  /** The longest stretch of that within one task. */
  slice: number;
  /** Style, layout, paint preparation and paint of the whole page. */
  rendering: number;
}

interface CallFrame {
  url?: string;
  scriptId?: string;
}
interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: CallFrame;
}

const rendering = new Set([
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'UpdateLayer',
  'IntersectionObserverController::computeIntersections',
]);

/** The main threads of the renderers that parsed the page at `url`, and when they began to: what they did before was another page's. */
function mainThreads(events: readonly TraceEvent[], url: string): Map<string, number> {
  const threads = new Map<string, number>();
  for (const { name, pid, tid, ts, args } of events) {
    const thread = `${pid}/${tid}`;
    if (name === 'ParseHTML' && (args.beginData as { url?: string } | undefined)?.url === url)
      threads.set(thread, Math.min(ts, threads.get(thread) ?? ts));
  }
  return threads;
}

/** One task of a main thread, times in µs: how much of its samples, and of its calls, is the extension's. */
interface Task {
  from: number;
  to: number;
  /** Processor time: other processes take the processor away in the middle of a task, and that is not ours. */
  cpu: number;
  own: number;
  all: number;
  called: number;
}

/** `origin`: of the extension; every script whose address begins with it counts, in the process of the page at `url`. */
export function costOf(events: readonly TraceEvent[], origin: string, url: string): Cost {
  const threads = mainThreads(events, url);
  const tasks = new Map<string, Task[]>();
  let compile = 0;
  let drawn = 0;
  const calls: { thread: string; at: number; cpu: number }[] = [];
  for (const { name, ph, ts, dur = 0, tdur = dur, pid, tid, args } of events) {
    const thread = `${pid}/${tid}`;
    const from = threads.get(thread);
    // A task that is under way when the page begins is the one that begins it.
    if (ph !== 'X' || from === undefined || ts + dur < from) continue;
    if (name === 'RunTask') {
      const list = tasks.get(thread) ?? [];
      list.push({ from: ts, to: ts + dur, cpu: tdur, own: 0, all: 0, called: 0 });
      tasks.set(thread, list);
    } else if (rendering.has(name)) drawn += tdur;
    else if (name === 'v8.compile' || name === 'FunctionCall') {
      const { url, fileName } = { ...(args.data as CallFrame | undefined), ...args } as {
        url?: string;
        fileName?: string;
      };
      if (!(url ?? fileName ?? '').startsWith(origin)) continue;
      if (name === 'v8.compile') compile += tdur;
      else calls.push({ thread, at: ts, cpu: tdur });
    }
  }
  for (const list of tasks.values()) list.sort((a, b) => a.from - b.from);
  for (const { at, own, length, thread } of samplesOf(events, origin, threads)) {
    const task = taskAt(tasks.get(thread) ?? [], at);
    if (!task) continue;
    // The first sample of a task may be the first for long.
    const within = Math.min(length, at - task.from);
    task.all += within;
    if (own) task.own += within;
  }
  for (const { thread, at, cpu } of calls) {
    const task = taskAt(tasks.get(thread) ?? [], at);
    if (task) task.called = Math.min(task.cpu, task.called + cpu);
  }
  // A task too short for a sample is known by its calls.
  const times = [...tasks.values()].flat().map(({ cpu, own, all, called }) => (all ? (cpu * own) / all : called));
  const script = times.reduce((sum, time) => sum + time, 0);
  return { script: (script + compile) / 1000, slice: Math.max(0, ...times) / 1000, rendering: drawn / 1000 };
}

function taskAt(tasks: readonly Task[], at: number): Task | undefined {
  let low = 0;
  let high = tasks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tasks[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  const task = tasks[low];
  return task && task.from <= at && at <= task.to ? task : undefined;
}

/** Every sample of the profiler: when, how long until the next, and whether the extension stands anywhere in its stack. */
function* samplesOf(events: readonly TraceEvent[], origin: string, threads: ReadonlyMap<string, number>) {
  const profiles = new Map<
    string,
    { thread: string; clock: number; own: Map<number, boolean>; parents: Map<number, number | undefined> }
  >();
  for (const { name, pid, tid, id, args } of events) {
    if (name === 'Profile' && threads.has(`${pid}/${tid}`)) {
      const { startTime } = args.data as { startTime: number };
      profiles.set(`${pid}/${id}`, { thread: `${pid}/${tid}`, clock: startTime, own: new Map(), parents: new Map() });
    }
  }
  for (const { name, pid, id, args } of events) {
    const profile = name === 'ProfileChunk' ? profiles.get(`${pid}/${id}`) : undefined;
    if (!profile) continue;
    const { cpuProfile = {}, timeDeltas = [] } = args.data as {
      cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
      timeDeltas?: number[];
    };
    for (const { id: node, parent, callFrame } of cpuProfile.nodes ?? []) {
      profile.parents.set(node, parent);
      const inherited = parent === undefined ? false : (profile.own.get(parent) ?? false);
      profile.own.set(node, inherited || (callFrame.url ?? '').startsWith(origin));
    }
    const samples = cpuProfile.samples ?? [];
    for (let i = 0; i < samples.length; i++) {
      // A delta is the time since the sample before, which is how long that one is taken to have lasted.
      profile.clock += timeDeltas[i] ?? 0;
      yield {
        at: profile.clock,
        own: profile.own.get(samples[i]!) ?? false,
        length: timeDeltas[i] ?? 0,
        thread: profile.thread,
      };
    }
  }
}
