import * as z from 'zod';

/** What the page before gave as `nextCursor`: opaque, and good for the same listing, person and question only. */
export const cursorSchema = z.string().max(2000).optional();
