import { fileTypeFromBuffer } from 'file-type';
import { type Advice, adviceFor, type FileLimits, type QuarantineReason, textractFileLimits } from '#claims';
import { FileFault } from './file-fault.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { inspectPng } from './inspect-png.ts';
import { inspectTiff } from './inspect-tiff.ts';
import { mediaTypeOf, type MediaType } from './media-type.ts';
import { inspectPdf } from './pdf/inspect-pdf.ts';
import { demandDecodable, type PictureHeader } from './picture-header.ts';

export interface AcceptedFile {
  readonly accepted: true;
  readonly mediaType: MediaType;
  readonly pageCount: number;
  /** JPEG and PNG only. */
  readonly widthPixels?: number;
  readonly heightPixels?: number;
}

export interface QuarantinedFile {
  readonly accepted: false;
  readonly reason: QuarantineReason;
  readonly advice: Advice;
  /** Its time was up, and the machine may have been busy: another try may say otherwise. */
  readonly isUncertain?: boolean;
}

export type FileInspection = AcceptedFile | QuarantinedFile;

/** What is not given is what Textract takes (`textractFileLimits`). */
export type InspectionLimits = Pick<FileLimits, 'maxFileBytes' | 'maxPages'> & Partial<FileLimits>;

/** Enough to recognise any type; what lies behind it is not looked at. */
const TYPE_WINDOW_BYTES = 64 * 1024;

const archiveTypes: ReadonlySet<string> = new Set([
  'application/zip',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/gzip',
  'application/x-tar',
  'application/x-bzip2',
  'application/x-xz',
  'application/x-cfb',
  'application/rtf',
  'application/epub+zip',
]);

async function reasonForOtherType(bytes: Uint8Array): Promise<QuarantineReason> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, TYPE_WINDOW_BYTES));
  if (type === undefined) return 'UNKNOWN_TYPE';
  if (type.mime.startsWith('image/')) return 'IMAGE_FORMAT_NOT_ACCEPTED';
  const isOffice = /^application\/(vnd\.(openxmlformats|oasis|ms-)|msword)/.test(type.mime);
  return isOffice || archiveTypes.has(type.mime) ? 'ARCHIVE_OR_OFFICE_DOCUMENT' : 'UNKNOWN_TYPE';
}

function acceptImage(mediaType: MediaType, header: PictureHeader, limits: FileLimits): AcceptedFile {
  demandDecodable(header, limits);
  const { widthPixels, heightPixels } = header;
  return { accepted: true, mediaType, pageCount: 1, widthPixels, heightPixels };
}

async function accept(bytes: Uint8Array, limits: FileLimits): Promise<AcceptedFile> {
  if (bytes.byteLength === 0) throw new FileFault('EMPTY');
  if (bytes.byteLength > limits.maxFileBytes) throw new FileFault('TOO_LARGE');
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw new FileFault(await reasonForOtherType(bytes));
  const isImage = mediaType === 'image/jpeg' || mediaType === 'image/png';
  if (isImage && bytes.byteLength > limits.maxImageBytes) throw new FileFault('TOO_LARGE');
  switch (mediaType) {
    case 'image/jpeg':
      return acceptImage(mediaType, inspectJpeg(bytes), limits);
    case 'image/png':
      return acceptImage(mediaType, inspectPng(bytes), limits);
    case 'image/tiff':
      return { accepted: true, mediaType, ...inspectTiff(bytes, limits) };
    case 'application/pdf':
      return { accepted: true, mediaType, ...inspectPdf(bytes, limits) };
  }
}

/** A file that is quarantined, with what its sender can do. */
export function refuse(reason: QuarantineReason, limits: InspectionLimits): QuarantinedFile {
  return { accepted: false, reason, advice: adviceFor(reason, { ...textractFileLimits, ...limits }) };
}

/**
 * Says whether a file can be read, from its content alone: the name and the declared type are never looked at. Pixels and
 * page contents are not decoded, and time and memory grow with the length of the file only.
 */
export async function inspectFile(bytes: Uint8Array, limits: InspectionLimits): Promise<FileInspection> {
  try {
    return await accept(bytes, { ...textractFileLimits, ...limits });
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return refuse(error.reason, limits);
  }
}
