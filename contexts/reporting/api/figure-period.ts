/** A question about figures is about so many days at most: apart from the schemas of the API, as review-names.ts is. */
export const MAX_FIGURE_DAYS = 92;
