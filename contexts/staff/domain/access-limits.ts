/** Records that one answer has at most, as many as are saved in one file: apart from the schemas of the API, for the pages. */
export const MOST_ACCESSES = 500;
