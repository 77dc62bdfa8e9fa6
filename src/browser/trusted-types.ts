/**
 * The policy of our pages (`wxt.config.ts`) lets no string become markup or code, but through these functions. Browsers that do
 * not know trusted types (Firefox before 148) take the plain strings.
 */
interface Rules {
  createHTML?: (text: string) => string;
  createScriptURL?: (address: string) => string;
}

function policy<Own extends Rules>(name: string, rules: Own): Own {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Own): Own } };
  return trustedTypes?.createPolicy(name, rules) ?? rules;
}

/** A policy may be made once in a document, and only where it is needed: most of our pages need neither. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const inert = once(() => policy('sidelight-inert', { createHTML: (text: string) => text }));

/** Markup as a document that is never shown and in which nothing runs or loads. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(inert().createHTML(html), 'text/html');
}

const ownThread = once(() =>
  policy('sidelight-thread', {
    createScriptURL(address: string) {
      const { origin, href } = new URL(address, location.href);
      if (origin !== location.origin) throw new Error(`expected a file of the extension; found ${address}`);
      return href;
    },
  }),
);

/** A thread that runs a file of the extension: `/import-worker.js`. */
export function startThread(path: string): Worker {
  return new Worker(ownThread().createScriptURL(path));
}

/** Of workers and service workers. */
declare const importScripts: (address: string) => void;

/** Runs a file of the extension within a worker; within a service worker only one that it ran when it was installed, or at that time. */
export function loadScript(path: string): void {
  importScripts(ownThread().createScriptURL(path));
}
