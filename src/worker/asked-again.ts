import type { Sender } from '../messages/index.ts';

/**
 * `answer`, but so that a question that is asked again while its answer is being worked on waits for that answer: a frame repeats itself when it
 * hears nothing for a while, and a busy worker must not be given twice as much to do for it.
 */
export function joined<Request, Reply>(
  answer: (request: Request, sender: Sender) => Promise<Reply>,
): (request: Request, sender: Sender) => Promise<Reply> {
  const underWay = new Map<string, Promise<Reply>>();
  return (request, sender) => {
    const { tab, frame, origin, question } = sender;
    if (question === undefined) return answer(request, sender);
    // A frame hears nothing of what another one asked, whatever number it gives.
    const key = `${tab} ${frame} ${origin} ${question}`;
    const known = underWay.get(key);
    if (known) return known;
    const reply = answer(request, sender).finally(() => underWay.delete(key));
    underWay.set(key, reply);
    return reply;
  };
}
