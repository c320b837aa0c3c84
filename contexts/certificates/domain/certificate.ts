import * as z from 'zod';
import type { Person } from '#registry';
import type { Scheme } from '#shared';

/** One line of the family on a certificate. */
export interface CertifiedDependant {
  readonly link: 'spouse' | 'child';
  readonly name: Person['name'];
  readonly birthDate: string;
  /** On the day of issue, as the rules of coverage say; `uncertain` where a person has to look. */
  readonly coverage: 'covered' | 'not-covered' | 'uncertain';
}

/** All that is printed on a certificate of registration, apart from its reference and its seal. */
export interface CertifiedFacts {
  readonly registrationNumber: string;
  readonly name: Person['name'];
  readonly birthDate: string;
  /** Number of the household in RAMED, where it had one. */
  readonly ramedNumber: string | undefined;
  readonly scheme: Scheme;
  readonly coveredSince: string;
  readonly dependants: readonly CertifiedDependant[];
  /** Day of issue, ISO. */
  readonly issuedOn: string;
}

/** What is kept of a certificate that was issued; the document itself is not, it can be printed again. */
export const issuedCertificateSchema = z.object({
  /** 16 characters of Crockford's base 32, a hash of what is printed. */
  certificateId: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
  registrationNumber: z.string(),
  issuedOn: z.iso.date(),
  /** Text of the QR code, signed. */
  sealText: z.string().min(1),
});
export type IssuedCertificate = z.infer<typeof issuedCertificateSchema>;
