export { contentHashOf } from './domain/content-hash.ts';
export { FileFault } from './domain/file-fault.ts';
export { withEndOfImage } from './domain/inspect-jpeg.ts';
export { imageBytesOfPages } from './domain/pdf/inspect-pdf.ts';
export { demandDecodable, pictureHeader, type PictureHeader } from './domain/picture-header.ts';
export { fileIdOf, hashedId } from './domain/receipt.ts';
export { establishmentOfChannel } from './domain/upload-key.ts';
export type { CountedPages, PageCounter } from './ports/page-counter.ts';
export type { ScanUprighter } from './ports/scan-uprighter.ts';
