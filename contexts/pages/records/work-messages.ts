import * as z from 'zod';

/** Asks for images of pages: of the file of a claim, or of the claim's own pages without what tells who it is about. */
export const renderPagesSchema = z.object({
  claimId: z.string().min(1),
  kind: z.enum(['file', 'redacted']),
});
export type RenderPages = z.infer<typeof renderPagesSchema>;
