export type { CertificateStore } from './ports.ts';
