import type { ListRefusal } from '../list.ts';

/** One sentence for the sender: why the list was refused, and what to do. */
export function explainRefusal(_refusal: ListRefusal, _detail: string | undefined): string {
  throw new Error('Refusals cannot be explained yet');
}
