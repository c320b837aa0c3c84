/** What the PDF thread is asked. Documents are named by a number that the asking side chooses. */
export type PdfRequest =
  | { readonly kind: 'open'; readonly id: number; readonly document: number; readonly bytes: Uint8Array }
  | { readonly kind: 'render'; readonly id: number; readonly document: number; readonly pageNumber: number }
  | { readonly kind: 'close'; readonly id: number; readonly document: number };

export type PdfProblem = 'encrypted' | 'broken' | 'page-not-readable';

/** What it answers; `pages` after open, `image` (PNG) after render. */
export type PdfReply =
  | { readonly id: number; readonly kind: 'opened'; readonly pages: number }
  | { readonly id: number; readonly kind: 'rendered'; readonly image: Uint8Array }
  | { readonly id: number; readonly kind: 'closed' }
  | { readonly id: number; readonly kind: 'problem'; readonly problem: PdfProblem };
