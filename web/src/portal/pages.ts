/** How lists of the portal go on: with the cursor that the page before ended with. */
export const pages = {
  pageParamName: 'cursor',
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }: { readonly nextCursor?: string }) => nextCursor,
};
