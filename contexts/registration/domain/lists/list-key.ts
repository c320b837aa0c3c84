import { type ListSource, listSourceSchema } from '#shared';
import { parseListKey, type ListName } from './format/list-name.ts';
import { LIST_FOLDERS, MANIFEST_SUFFIX } from './list.ts';

/** Name of the metadata that asks for a dry run (`x-amz-meta-dry-run`), and what it must say. */
export const DRY_RUN_METADATA = 'dry-run';
export const DRY_RUN_WANTED = 'yes';

export type ListUploadKind =
  | { readonly kind: 'list'; readonly name: ListName }
  /** Read with the list it belongs to. */
  | { readonly kind: 'manifest' }
  /** In a source's folder, under a name no list has. */
  | { readonly kind: 'unknown-name'; readonly source: ListSource }
  /** The mark that a console leaves for an empty folder. */
  | { readonly kind: 'folder' }
  /** In no source's folder: nobody can say whose it is. */
  | { readonly kind: 'misplaced' };

/** What was uploaded to the bucket for lists, as far as its key says. */
export function kindOfUpload(key: string): ListUploadKind {
  if (key.endsWith('/')) return { kind: 'folder' };
  const name = parseListKey(key);
  if (name !== undefined) return { kind: 'list', name };
  const source = listSourceSchema.safeParse(folderOf(key));
  if (!source.success) return { kind: 'misplaced' };
  return key.endsWith(MANIFEST_SUFFIX) ? { kind: 'manifest' } : { kind: 'unknown-name', source: source.data };
}

function folderOf(key: string): string | undefined {
  if (!key.startsWith(LIST_FOLDERS.incoming)) return undefined;
  const [folder, name] = key.slice(LIST_FOLDERS.incoming.length).split('/');
  return name === undefined ? undefined : folder;
}
