/**
 * How lists go on: with the cursor that the page before ended with. The first page is asked for with an empty one, for which the
 * library would write `0`.
 */
export const pages = {
  pageParamName: 'cursor',
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }: { readonly nextCursor?: string | undefined }) => nextCursor,
};
