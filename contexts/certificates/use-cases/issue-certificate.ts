import type { RegistryReader } from '#registry';
import type { RuleBook } from '#rules';
import { type Clock, dayInMorocco, type Signer } from '#shared';
import type { IssuedCertificate } from '../domain/certificate.ts';
import { certifiedFacts, type CertificateRefusal } from '../domain/certified-facts.ts';
import { NotPrintableError, type PrintFault } from '../domain/print/not-printable-error.ts';
import { printCertificate, type SealedCertificate } from '../domain/print/print-certificate.ts';
import type { FontFiles } from '../domain/print/type-case.ts';
import { sealedText, sealOf, signedSeal } from '../domain/seal.ts';
import type { CertificateStore } from '../ports.ts';

export interface IssueCertificateDependencies {
  readonly registry: Pick<RegistryReader, 'findPersonFile'>;
  readonly certificates: CertificateStore;
  readonly signer: Signer;
  readonly fonts: FontFiles;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

export type IssueCertificateResult =
  | { readonly outcome: 'issued'; readonly certificate: IssuedCertificate; readonly pdf: Uint8Array }
  | ({ readonly outcome: 'refused' } & (
      { readonly because: CertificateRefusal | 'PERSON_UNKNOWN' } | PrintFault
    ));

/**
 * Makes a certificate of registration on demand. Who asks again on the same day, with nothing changed, gets the same reference
 * with the same seal and the same bytes; the document itself is kept nowhere.
 */
export async function issueCertificate(
  registrationNumber: string,
  dependencies: IssueCertificateDependencies,
): Promise<IssueCertificateResult> {
  const { registry, certificates, signer, fonts, rules, clock } = dependencies;
  const file = await registry.findPersonFile(registrationNumber);
  if (file === undefined) return { outcome: 'refused', because: 'PERSON_UNKNOWN' };
  const issuedOn = dayInMorocco(clock());
  const facts = certifiedFacts(file, issuedOn, rules);
  if (typeof facts === 'string') return { outcome: 'refused', because: facts };
  const seal = sealOf(facts);
  const { certificateId } = seal;
  const known = await certificates.find(registrationNumber, certificateId);
  const sealText = known?.sealText ?? signedSeal(seal, await signer.sign(Buffer.from(sealedText(seal))));
  // Before it is on record: what cannot be printed was not issued.
  const printed = await print({ facts, certificateId, sealText }, fonts);
  if (!(printed instanceof Uint8Array)) return { outcome: 'refused', ...printed };
  const certificate =
    known ?? (await certificates.record({ certificateId, registrationNumber, issuedOn, sealText }));
  // Someone else was quicker: theirs is the seal that counts.
  const pdf =
    certificate.sealText === sealText
      ? printed
      : await printCertificate({ facts, certificateId, sealText: certificate.sealText }, fonts);
  return { outcome: 'issued', certificate, pdf };
}

async function print(certificate: SealedCertificate, fonts: FontFiles): Promise<Uint8Array | PrintFault> {
  try {
    return await printCertificate(certificate, fonts);
  } catch (error) {
    if (error instanceof NotPrintableError) return error.fault;
    throw error;
  }
}
