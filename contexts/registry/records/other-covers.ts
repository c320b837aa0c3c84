import * as z from 'zod';
import { schemeSchema } from '#shared';

export const otherCoverSchema = z.enum([...schemeSchema.options, 'CNOPS', 'FAR']);
export type OtherCover = z.infer<typeof otherCoverSchema>;
