import Papa from 'papaparse';
import * as z from 'zod';

const parsedSchema = z.object({ data: z.array(z.array(z.string())), errors: z.array(z.unknown()) });

/** A parser for each delimiter and line end; it keeps nothing from one line to the next. */
const parsers = new Map<string, Papa.Parser>();

/**
 * Cells of one line of CSV. Each line is read by itself: a quote that is not closed on its line breaks that line and no other.
 * @returns undefined where quotes do not fit
 */
export function splitLine(line: string, delimiter: string): readonly string[] | undefined {
  // Most lines have no quotes, and need no parser.
  if (!line.includes('"')) return line.split(delimiter);
  // The parser itself: `Papa.parse` makes several objects around it, for each line anew.
  const { data, errors } = parsedSchema.parse(
    parserOf(delimiter, lineEndOutside(line)).parse(line, 0, false),
  );
  return errors.length > 0 || data.length !== 1 ? undefined : data[0];
}

/** A line end that does not stand in the line: where a CR ends each line of a list, an LF in one of them ends nothing. */
const lineEndOutside = (line: string): '\n' | '\r' => (line.includes('\n') ? '\r' : '\n');

function parserOf(delimiter: string, newline: '\n' | '\r'): Papa.Parser {
  const key = delimiter + newline;
  let parser = parsers.get(key);
  if (parser === undefined) {
    parser = new Papa.Parser({ delimiter, newline, quoteChar: '"', escapeChar: '"' });
    parsers.set(key, parser);
  }
  return parser;
}
