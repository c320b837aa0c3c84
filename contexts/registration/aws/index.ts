export { S3ListObjects } from './list-objects.ts';
export { DynamoListStore } from './list-store.ts';
export { type ListToUpload, uploadList } from './list-upload.ts';
export { dependantItems } from './registration-items.ts';
