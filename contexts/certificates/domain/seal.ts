import { hash } from 'node:crypto';
import * as z from 'zod';
import { hashedId } from '#intake';
import { personNames } from '#registry';
import {
  canonicalJson,
  foldArabic,
  foldArabicAsBefore,
  foldLatin,
  foldLatinAsBefore,
  isArabic,
  registrationNumberSchema,
  type Scheme,
  schemeSchema,
} from '#shared';
import type { CertifiedFacts } from './certificate.ts';

/**
 * The seal is the text of the QR code: what is needed to tell that a certificate is genuine and whose it is, and nothing more.
 * No name and no birth date are in it, only digests of what is printed beside it.
 */
const VERSION = 'MILAF1';
/** 128 bits: nobody finds other facts with the same digest. */
const DIGEST_CHARACTERS = 22;

const digestSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const sealSchema = z.object({
  certificateId: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/),
  registrationNumber: registrationNumberSchema,
  scheme: schemeSchema,
  issuedOn: z.iso.date(),
  /** Digests of the holder's names as printed, in Latin letters and in Arabic, each with the birth date. */
  holderDigests: z.array(digestSchema).min(1).max(2),
  /** Digest of all that is printed. */
  factsDigest: digestSchema,
});
export type Seal = z.infer<typeof sealSchema>;

/** The reference of a certificate: the same facts on the same day are the same certificate. */
export function certificateIdOf(facts: CertifiedFacts): string {
  return hashedId(['certificate', canonicalJson(facts)]);
}

export function sealOf(facts: CertifiedFacts): Seal {
  const certificateId = certificateIdOf(facts);
  return {
    certificateId,
    registrationNumber: facts.registrationNumber,
    scheme: facts.scheme,
    issuedOn: facts.issuedOn,
    holderDigests: personNames(facts.name).map((name) =>
      holderDigest(certificateId, fold(name), facts.birthDate),
    ),
    factsDigest: digestOf(canonicalJson(facts)),
  };
}

/** The part of the seal that is signed. */
export function sealedText(seal: Seal): string {
  return [
    VERSION,
    seal.certificateId,
    seal.registrationNumber,
    shortScheme(seal.scheme),
    seal.issuedOn.replaceAll('-', ''),
    seal.holderDigests.join('~'),
    seal.factsDigest,
  ].join('.');
}

/** @param signature ECDSA P-256 over the SHA-256 of `sealedText`, DER */
export function signedSeal(seal: Seal, signature: Uint8Array): string {
  return `${sealedText(seal)}.${Buffer.from(signature).toString('base64url')}`;
}

/** @returns the seal with what was signed and the signature, or undefined where the text is none */
export function parseSeal(
  text: string,
): { readonly seal: Seal; readonly signed: string; readonly signature: Uint8Array } | undefined {
  const parts = text.trim().split('.');
  const [version, certificateId, registrationNumber, scheme, day, holders, factsDigest, signature] = parts;
  if (version !== VERSION || parts.length !== 8 || signature === undefined) return undefined;
  const parsed = sealSchema.safeParse({
    certificateId,
    registrationNumber,
    scheme: `AMO_${scheme ?? ''}`,
    issuedOn: day?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    holderDigests: holders?.split('~'),
    factsDigest,
  });
  const signatureBytes = Buffer.from(signature, 'base64url');
  // Bytes that are written in another way were written by someone else.
  if (!parsed.success || signatureBytes.toString('base64url') !== signature) return undefined;
  return { seal: parsed.data, signed: parts.slice(0, -1).join('.'), signature: signatureBytes };
}

/** Whether the name and birth date (ISO), copied from the paper, are those that were sealed; case, accents and spaces are free. */
export function namesHolder(seal: Seal, name: string, birthDate: string): boolean {
  // A certificate is shown for years: its names may have been folded as they were before.
  return [fold(name), foldAsBefore(name)].some((folded) =>
    seal.holderDigests.includes(holderDigest(seal.certificateId, folded, birthDate)),
  );
}

const fold = (name: string): string => (isArabic(name) ? foldArabic(name) : foldLatin(name));
const foldAsBefore = (name: string): string =>
  isArabic(name) ? foldArabicAsBefore(name) : foldLatinAsBefore(name);

/** With the reference in it, so that digests of one person's certificates cannot be recognised as the same person's. */
function holderDigest(certificateId: string, folded: string, birthDate: string): string {
  return digestOf(JSON.stringify([certificateId, folded.split(' ').toSorted().join(' '), birthDate]));
}

const digestOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, DIGEST_CHARACTERS);
const shortScheme = (scheme: Scheme): string => scheme.slice('AMO_'.length);
