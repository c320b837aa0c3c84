/**
 * Puts generated text into a page that people write, between `<!-- generated: NAME -->` and `<!-- end: NAME -->`.
 * @throws Error when the page does not have both markers, in this order
 */
export function replaceBetweenMarkers(page: string, name: string, generated: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const end = `<!-- end: ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from === -1 || to === -1)
    throw new Error(`The page has no place for "${name}": ${begin} and ${end} are missing`);
  return `${page.slice(0, from + begin.length)}\n\n${generated.trim()}\n\n${page.slice(to)}`;
}
