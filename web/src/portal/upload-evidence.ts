import { client } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import type { Problem } from '../api/problem.ts';

type NewUpload = components['schemas']['CreateMyUpload'];

/** Files that a document may be. */
export const evidenceTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
] as const satisfies readonly NewUpload['contentType'][];

const typeOf = (file: File) => evidenceTypes.find((type) => type === file.type);

const problem = (code: string): Problem => ({ code, title: 'The document was not uploaded.', status: 400 });

/**
 * Uploads a document straight to where documents are kept, by a form that is good for that one file.
 * @returns the document's id, to be named in a request
 * @throws Problem FILE_TYPE, FILE_TOO_LARGE, UPLOAD_FAILED, or whatever the API answers
 */
export async function uploadEvidence(file: File, kind: NewUpload['kind']): Promise<string> {
  const contentType = typeOf(file);
  if (contentType === undefined) throw problem('FILE_TYPE');
  const { data, error } = await client.POST('/api/portal/uploads', { body: { kind, contentType } });
  if (error !== undefined) throw error;
  if (file.size > data.maxBytes) throw problem('FILE_TOO_LARGE');
  const form = new FormData();
  for (const [name, value] of Object.entries(data.fields)) form.append(name, value);
  form.append('file', file);
  const answer = await fetch(data.url, { method: 'POST', body: form }).catch(() => undefined);
  if (answer?.ok !== true) throw problem('UPLOAD_FAILED');
  return data.documentId;
}
