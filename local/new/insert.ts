type Insert = (text: string) => string;

/** @throws Error when the place is not there, or more than once: text at the wrong place is worse than none */
export const insertBefore =
  (place: string, added: string): Insert =>
  (text) =>
    replaceOnly(text, place, `${added}${place}`);

/** @throws Error when the place is not there, or more than once */
export const insertAfter =
  (place: string, added: string): Insert =>
  (text) =>
    replaceOnly(text, place, `${place}${added}`);

function replaceOnly(text: string, place: string, by: string): string {
  const times = text.split(place).length - 1;
  if (times !== 1) throw new Error(`"${place.trim()}" stands in it ${times} times instead of once.`);
  return text.replace(place, () => by);
}
