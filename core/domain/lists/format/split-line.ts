import Papa from 'papaparse';
import * as z from 'zod';

const parsedSchema = z.object({ data: z.array(z.array(z.string())).length(1), errors: z.array(z.unknown()) });

/** A parser for each delimiter; it keeps nothing from one line to the next. */
const parsers = new Map<string, Papa.Parser>();

/**
 * Cells of one line of CSV. Each line is read by itself: a quote that is not closed on its line breaks that line and no other.
 * @returns undefined where quotes do not fit
 */
export function splitLine(line: string, delimiter: string): readonly string[] | undefined {
  // Most lines have no quotes, and need no parser.
  if (!line.includes('"')) return line.split(delimiter);
  // The parser itself: `Papa.parse` makes several objects around it, for each line anew.
  const { data, errors } = parsedSchema.parse(parserOf(delimiter).parse(line, 0, false));
  return errors.length > 0 ? undefined : data[0];
}

function parserOf(delimiter: string): Papa.Parser {
  let parser = parsers.get(delimiter);
  if (parser === undefined) {
    parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', escapeChar: '"' });
    parsers.set(delimiter, parser);
  }
  return parser;
}
