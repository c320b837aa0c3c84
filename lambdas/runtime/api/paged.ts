import {
  CursorRefusedError,
  type Listing,
  type PageCursors,
} from '../../../contexts/shared/paging/page-cursors.ts';
import type { Operation } from '../../../contexts/shared/access/access.ts';
import type { Actor } from '../../../contexts/shared/access/actor.ts';
import { ApiProblem } from './problem.ts';

/** A question that is answered in pages. How long a page is may change from one to the next. */
interface Asked {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly [name: string]: unknown;
}

/**
 * Answers a page of a listing. Every route with a cursor goes through here: what the client gives is opened before anything is
 * listed, and what it gets is sealed.
 * @param list answers from the place on that the page before ended at
 * @throws ApiProblem 400 where the cursor was not given to this person for this question
 */
export async function paged<Page extends { readonly nextCursor?: string | undefined }>(
  cursors: PageCursors,
  {
    operation,
    actor,
    asked,
  }: { readonly operation: Operation; readonly actor: Actor; readonly asked: Asked },
  list: (place: string | undefined) => Promise<Page>,
): Promise<Page> {
  const { cursor, ...question } = asked;
  const listing: Listing = { operation, actor: nameOf(actor), asked: { ...question, limit: undefined } };
  const page = await list(await opened(cursors, cursor, listing));
  return { ...page, nextCursor: await cursors.seal(page.nextCursor, listing) };
}

async function opened(
  cursors: PageCursors,
  cursor: string | undefined,
  listing: Listing,
): Promise<string | undefined> {
  try {
    return await cursors.open(cursor, listing);
  } catch (error) {
    if (!(error instanceof CursorRefusedError)) throw error;
    throw new ApiProblem(
      400,
      'CURSOR_INVALID',
      'This place in the list is not known, or belongs to another question. Begin again at the first page.',
    );
  }
}

const nameOf = (actor: Actor): string =>
  actor.kind === 'staff' ? `staff:${actor.userId}` : `insured:${actor.registrationNumber}`;
