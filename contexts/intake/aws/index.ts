export { listVersions } from './scan-store.ts';
export { createUploadForm, type UploadForm, type UploadRequest, uploadWithForm } from './scan-upload.ts';
export { S3UploadListing } from './upload-listing.ts';
