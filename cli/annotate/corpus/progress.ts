/** How far a run is, on standard error. */

/** Between two tellings, ms: on a terminal, which shows the last one only, and in a log. */
const pause = { terminal: 500, log: 10_000 };

/** Standard error, or what stands for it. */
export interface Log {
  isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  add(documents: number, bytes: number): void;
  end(): void;
}

export function startProgress(out: Log): Progress {
  const started = performance.now();
  let documents = 0;
  let bytes = 0;
  const told = () => {
    const seconds = (performance.now() - started) / 1000;
    const [megabytes, rate] = [bytes / 1e6, (amount: number) => (amount / seconds).toFixed(1)];
    return `${documents} documents, ${megabytes.toFixed(1)} MB, ${seconds.toFixed(0)} s, ${rate(documents)} documents/s, ${rate(megabytes)} MB/s`;
  };
  const timer = setInterval(
    () => out.write(out.isTTY ? `\r${told()}\u001B[K` : `${told()}\n`),
    out.isTTY ? pause.terminal : pause.log,
  );
  timer.unref();
  return {
    add(more, size) {
      documents += more;
      bytes += size;
    },
    end() {
      clearInterval(timer);
      out.write(`${out.isTTY ? '\r' : ''}${told()}${out.isTTY ? '\u001B[K' : ''}\n`);
    },
  };
}
