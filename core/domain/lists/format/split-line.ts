import Papa from 'papaparse';

/**
 * Cells of one line of CSV. Each line is read by itself: a quote that is not closed on its line breaks that line and no other.
 * @returns undefined where quotes do not fit
 */
export function splitLine(line: string, delimiter: string): readonly string[] | undefined {
  // Most lines have no quotes, and need no parser.
  if (!line.includes('"')) return line.split(delimiter);
  const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: '\n', quoteChar: '"' });
  return errors.length > 0 || data.length !== 1 ? undefined : data[0];
}
