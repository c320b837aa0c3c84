import type * as z from 'zod';
import { parseUnambiguousJson } from '#shared';
import { listedCode } from './listed-code.ts';
import { type MedicineLine, medicineLineSchema } from '../../records/medicine-line.ts';
import { checkRow, type ListFacts, type ReadRow } from './medicine-row.ts';

/** Reads a line of JSON Lines. */
export function readJsonRow(line: string, number: number, facts: ListFacts): ReadRow {
  const json = parseJson(line);
  if (json === undefined)
    return { line: number, reason: 'not a JSON object: one medicine a line is expected' };
  const parsed = medicineLineSchema.safeParse(json);
  if (!parsed.success) return { line: number, reason: describe(parsed.error) };
  return rowOf(parsed.data, number, facts);
}

function rowOf(listed: MedicineLine, line: number, facts: ListFacts): ReadRow {
  const read = listedCode(listed.code);
  if ('problem' in read) return { line, reason: `code: ${read.problem}` };
  const { code } = read;
  const { name, substances, ppvCentimes, rateBasisPoints, from = facts.from, source = facts.source } = listed;
  if (from === undefined || source === undefined)
    return {
      line,
      code,
      reason: `${from === undefined ? 'from' : 'source'}: it is missing; give it on the line, or for all lines with --from DAY and --source TEXT`,
    };
  const base = listed.baseCentimes ?? listed.pbrCentimes ?? 0;
  const price = {
    ...{ from, to: listed.to ?? undefined, source, ppvCentimes, rateBasisPoints },
    baseCentimes: base === 0 ? undefined : base,
  };
  return checkRow({
    ...{ line, code, name, substances, price },
    strength: textOf(listed.strength),
    form: textOf(listed.form),
    pack: textOf(listed.pack),
    packUnits: listed.packUnits ?? undefined,
  });
}

const textOf = (text: string | null | undefined): string | undefined =>
  text === null || text === '' ? undefined : text;

function parseJson(line: string): unknown {
  try {
    return parseUnambiguousJson(line);
  } catch {
    return undefined;
  }
}

function describe({ issues }: z.ZodError): string {
  return issues
    .map((issue) => {
      const message =
        issue.code === 'unrecognized_keys' ? 'it has a field that is not published' : issue.message;
      return `${issue.path.map(String).join('.') || 'record'}: ${message}`;
    })
    .join('; ');
}
