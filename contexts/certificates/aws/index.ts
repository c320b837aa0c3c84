export { DynamoCertificateStore } from './certificate-store.ts';
