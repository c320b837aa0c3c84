import type { IssuedCertificate } from './domain/certificate.ts';

/** The record of certificates, beside the person in the registry table. */
export interface CertificateStore {
  find(registrationNumber: string, certificateId: string): Promise<IssuedCertificate | undefined>;
  /** Records a certificate once. @returns the one that holds: this one, or the same that was issued before */
  record(certificate: IssuedCertificate): Promise<IssuedCertificate>;
}
