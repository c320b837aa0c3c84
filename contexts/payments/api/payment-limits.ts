/** Most payments that one request moves: pages know it too, without all the schemas of the API. */
export const MOST_SETTLED = 50;
