/** How many pages a file has, as each who looked at it says; who did not look, or could not, says nothing. */
export interface PageCounts {
  readonly atIntake: number | undefined;
  readonly byOcr?: number | undefined;
  /** As the file says to the program that draws it. */
  readonly whenOpened?: number | undefined;
  /** As it finds there is something to draw. */
  readonly drawable?: number | undefined;
}

/**
 * Whether all say the same. A file that has more pages for one than for another is two files in one: what is read and paid
 * would not be what a person sees.
 */
export function doPageCountsAgree({ atIntake, byOcr, whenOpened, drawable }: PageCounts): boolean {
  const said = [atIntake, byOcr, whenOpened, drawable].filter((count) => count !== undefined);
  return new Set(said).size <= 1;
}
