import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { planList, type PlannedList } from '../../../contexts/registration/use-cases/plan-list.ts';
import { listSourceSchema, type ListSource } from '../../../contexts/shared/identifiers/list-source.ts';
import { listColumns } from '../../../contexts/registration/domain/lists/format/list-columns.ts';
import { verifyLines } from '../../../contexts/registration/domain/lists/verify/verify-lines.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { listSchemas } from '../../../local/docs/list-docs.ts';

const EXAMPLES = 'docs/schemas/examples';
const FORMATS: Readonly<Record<ListSource, 'csv' | 'jsonl'>> = {
  dgi: 'csv',
  barid: 'csv',
  orders: 'csv',
  ramed: 'csv',
  rsu: 'jsonl',
};
const exampleOf = (source: ListSource): Buffer =>
  readFileSync(inRepository(`${EXAMPLES}/${source}.${FORMATS[source]}`));
const schemaOf = (name: string): z.ZodType => {
  const [, schema] = listSchemas().find(([schemaName]) => schemaName === name)!;
  // Zod takes any key where a schema has alternatives; those are looked at apart.
  const withoutAlternatives = { ...schema, allOf: [] };
  return z.fromJSONSchema(withoutAlternatives);
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

describe.each(listSourceSchema.options)('the example of a list of %s', (source) => {
  it('is accepted, and each of its lines can be used', async () => {
    const bytes = exampleOf(source);
    const manifest = inRepository(`${EXAMPLES}/${source}.manifest.json`);
    const plan = await planList(
      {
        name: { source, format: FORMATS[source], isPacked: false },
        bytes: once(bytes),
        manifest: existsSync(manifest) ? readFileSync(manifest, 'utf8') : undefined,
        today: '2026-01-01',
      },
      {
        settings: { maxRangeLines: 1_000, maxRangeBytes: 262_144, maxListLines: 1_000 },
        writePlain: () => Promise.reject(new Error('It is not packed')),
      },
    );

    expect(plan).toMatchObject({ status: 'planned' });
    const { ranges, text, asOf, lineCount } = plan as PlannedList;
    const { offsetBytes, lengthBytes, firstLine } = ranges[0]!;
    const part = bytes.subarray(offsetBytes, offsetBytes + lengthBytes);
    const lines = verifyLines({ source, text, asOf, firstLine, bytes: part });

    expect(lines.map(({ status }) => status)).toEqual(Array.from({ length: lineCount }, () => 'usable'));
  });
});

describe('the schema of a line', () => {
  it.each(listSourceSchema.options)('of %s takes the example of each column, and no other key', (source) => {
    const schema = schemaOf(`list-${source}-line`);
    const record = Object.fromEntries(listColumns[source].map(({ name, example }) => [name, example]));

    expect(schema.safeParse(record).success).toBe(true);
    expect(schema.safeParse({ ...record, other: 'x' }).success).toBe(false);
    expect(schema.safeParse({ ...record, reference: undefined }).success).toBe(false);
  });

  it('asks for a name in one script or the other', () => {
    const [, schema] = listSchemas().find(([name]) => name === 'list-dgi-line')!;

    expect(schema).toMatchObject({
      allOf: [
        { anyOf: [{ required: ['family_name'] }, { required: ['family_name_ar'] }] },
        { anyOf: [{ required: ['given_name'] }, { required: ['given_name_ar'] }] },
      ],
    });
  });

  it('takes the records of the example in JSON Lines', () => {
    const [header, ...records] = exampleOf('rsu').toString().trim().split('\n');
    const { milafList } = JSON.parse(header!) as { milafList: unknown };

    expect(schemaOf('list-manifest').safeParse(milafList).success).toBe(true);
    for (const record of records)
      expect(schemaOf('list-rsu-line').safeParse(JSON.parse(record)).success).toBe(true);
  });
});
