import * as z from 'zod';

/** The EventBridge event of an object that was created in S3: the fields Milaf needs. */
export const objectCreatedSchema = z.object({
  detail: z.object({
    bucket: z.object({ name: z.string().min(1) }),
    object: z.object({ key: z.string().min(1), 'version-id': z.string().optional() }),
  }),
});
export type ObjectCreated = z.infer<typeof objectCreatedSchema>;
