import * as z from 'zod';
import { documentKinds, rejectionCodes } from './names.ts';

export const rejectionCodeSchema = z.enum(rejectionCodes);

export const documentKindSchema = z.enum(documentKinds);

export type RejectionCode = z.infer<typeof rejectionCodeSchema>;
export type DocumentKind = z.infer<typeof documentKindSchema>;
