/** A birth date is an ISO date, or the year alone of who is registered without a day: it is kept so, and no day is made of it. */
export const YEAR = /^(?:19|20)\d{2}$/;
/** `1960`, and `00/00/1960` or `1960-00-00` as papers and lists write it where nobody knows the day. */
const YEAR_ALONE = /^(?:0{1,2}([-/. ])0{1,2}\1)?((?:19|20)\d{2})$|^((?:19|20)\d{2})-00-00$/;

export const isYearAlone = (birthDate: string): boolean => YEAR.test(birthDate);

/** The year that a text gives instead of a birth date; undefined where it gives anything else. */
export function parseYearAlone(text: string): string | undefined {
  const match = YEAR_ALONE.exec(text.trim());
  return match?.[2] ?? match?.[3];
}

/** The first and the last day (ISO) on which somebody may have been born. */
export const firstBirthDay = (birthDate: string): string =>
  isYearAlone(birthDate) ? `${birthDate}-01-01` : birthDate;
export const lastBirthDay = (birthDate: string): string =>
  isYearAlone(birthDate) ? `${birthDate}-12-31` : birthDate;
