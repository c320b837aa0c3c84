import * as z from 'zod';

/** Faults that a test switches on for documents with a given content; they never reach the cache of answers. */
export const faultListSchema = z.strictObject({
  faults: z.array(
    z.strictObject({
      /** Of the document's bytes, in lower-case hexadecimal. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** 1-based pages that cannot be read: asynchronous jobs end as PARTIAL_SUCCESS with a warning. */
      unreadablePages: z.array(z.int().positive()).default([]),
      /** The job ends as FAILED with this StatusMessage; a synchronous call gets an InternalServerError. */
      failJobWith: z.string().min(1).max(200).optional(),
    }),
  ),
});
export type Fault = z.infer<typeof faultListSchema>['faults'][number];

/** The faults that are switched on now. */
export class FaultSwitch {
  #faults = new Map<string, Fault>();

  /** Replaces all faults; an empty list switches them off. */
  set(faults: readonly Fault[]): void {
    this.#faults = new Map(faults.map((fault) => [fault.sha256, fault]));
  }

  get all(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  find(sha256: string): Fault | undefined {
    return this.#faults.get(sha256);
  }
}
