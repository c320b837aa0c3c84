import type { PageAnswer, PageCheck, PagePicture } from './page-check.ts';

type Picture = PagePicture extends infer One ? (One extends PagePicture ? Omit<One, 'id'> : never) : never;

/** Pages whose pictures cannot be opened are none that can be read. */
export class PageCannotBeOpenedError extends Error {
  override name = 'PageCannotBeOpenedError';
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (answer: PageAnswer) => void>();

function theWorker(): Worker {
  if (worker !== undefined) return worker;
  worker = new Worker(new URL('./quality-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<PageAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  return worker;
}

/**
 * Has a page looked at, one after the other.
 * @throws PageCannotBeOpenedError
 */
export async function checkPage(page: number, picture: Picture): Promise<PageCheck> {
  const id = ++lastId;
  const answer = await new Promise<PageAnswer>((resolve) => {
    waiting.set(id, resolve);
    theWorker().postMessage({ id, ...picture }, 'rgba' in picture ? [picture.rgba] : []);
  });
  if ('cannotBeOpened' in answer) throw new PageCannotBeOpenedError('The picture cannot be opened');
  return { page, faults: answer.faults, cutEdges: answer.cutEdges };
}
