/** What the thread that reads imports says meanwhile, to whatever page is open. */
import type { Progress } from './prepare.ts';

interface News {
  job: string;
  /** Absent when the job has come to rest. */
  progress?: Progress;
}

const channelName = 'sidelight.imports';
/** ms between two words on one step: nobody reads faster. */
const often = 100;

let channel: BroadcastChannel | undefined;
let last = { step: '', at: 0 };

export function announce(job: string, progress?: Progress): void {
  const now = performance.now();
  const step = `${job} ${progress?.step}`;
  if (progress && step === last.step && now - last.at < often) return;
  last = { step, at: now };
  channel ??= new BroadcastChannel(channelName);
  channel.postMessage({ job, ...(progress && { progress }) } satisfies News);
}

/** Until the returned function is called. */
export function onNews(listener: (news: News) => void): () => void {
  const heard = new BroadcastChannel(channelName);
  heard.onmessage = ({ data }) => listener(data as News);
  return () => heard.close();
}
