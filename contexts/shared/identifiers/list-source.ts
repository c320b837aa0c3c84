import * as z from 'zod';

/** Who sends lists: the tax office (DGI), the post (Barid Al-Maghrib), professional bodies, RAMED (ANAM), the social register (RSU). */
export const listSourceSchema = z.enum(['dgi', 'barid', 'orders', 'ramed', 'rsu']);
export type ListSource = z.infer<typeof listSourceSchema>;
