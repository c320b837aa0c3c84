import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A number that the plan is made of, and where it comes from. */
const inputSchema = z.strictObject({
  value: z.number().positive(),
  what: z.string().min(1),
  source: z.string().min(1),
  /** `given`: read somewhere; `measured`: by the benchmark; `assumed`: nobody knows it yet. */
  kind: z.enum(['given', 'measured', 'assumed']),
});

const sectionsOf = <Input extends z.ZodType>(input: Input) =>
  z.strictObject({
    facts: z.strictObject({
      lines: input,
      households: input,
      registeredHeads: input,
      registeredDependants: input,
      mobileShare: input,
      claimsWriteUnitsPerSecond: input,
    }),
    measured: z.strictObject({
      bytesPerLine: input,
      planBytesPerSecond: input,
      verifyLinesPerSecond: input,
      linkSecondsPerMillion: input,
      linkMemoryBytesPerLine: input,
      linkDiskBytesPerLine: input,
      writeUnitsPerHead: input,
      writeUnitsPerDependant: input,
      readUnitsPerLine: input,
      writeUnitsPerSms: input,
      writeUnitsPerCount: input,
      transactionMilliseconds: input,
      transactionsAtOnce: input,
      registerLineMilliseconds: input,
      closeLinesPerSecond: input,
      itemBytesPerPerson: input,
    }),
    limits: z.strictObject({
      freshTableWriteUnitsPerSecond: input,
      partitionWriteUnitsPerSecond: input,
      lambdaSeconds: input,
      engineMegabytes: input,
      headroom: input,
    }),
  });
const planInputsSchema = sectionsOf(inputSchema);
const planValuesSchema = sectionsOf(inputSchema.transform(({ value }) => value));

export type PlanInputs = z.infer<typeof planInputsSchema>;
/** The bare numbers. */
export type PlanValues = z.infer<typeof planValuesSchema>;

const read = (): unknown => JSON.parse(readFileSync(new URL('inputs.json', import.meta.url), 'utf8'));

export const planInputs = (): PlanInputs => planInputsSchema.parse(read());
export const planValues = (): PlanValues => planValuesSchema.parse(read());
