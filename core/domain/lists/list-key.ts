import { listSourceSchema, type ListSource } from '../../contracts/list-lines.ts';
import { LIST_FOLDERS, MANIFEST_SUFFIX } from './list.ts';

/** Name of the metadata that asks for a dry run (`x-amz-meta-dry-run`), and what it must say. */
export const DRY_RUN_METADATA = 'dry-run';
export const DRY_RUN_WANTED = 'yes';

const KEY = new RegExp(`^${LIST_FOLDERS.incoming}([^/]+)/(.+)$`, 's');
const LIST_NAME = /^(.+)\.(csv|jsonl)(\.gz)?$/is;

export type ListKey =
  | {
      readonly kind: 'list';
      readonly source: ListSource;
      /** Key of the manifest that belongs to it, whether there is one or not. */
      readonly manifestKey: string;
      readonly format: 'csv' | 'jsonl';
      readonly isGzip: boolean;
    }
  | { readonly kind: 'manifest'; readonly source: ListSource }
  /** In a source's folder, under a name no list has. */
  | { readonly kind: 'unknown-name'; readonly source: ListSource }
  /** The mark that a console leaves for an empty folder. */
  | { readonly kind: 'folder' }
  /** In no source's folder. */
  | { readonly kind: 'misplaced' };

/** What lies under a key of the bucket for lists, as far as its name says. */
export function parseListKey(key: string): ListKey {
  if (key.endsWith('/')) return { kind: 'folder' };
  const [, folder, name = ''] = KEY.exec(key) ?? [];
  const source = listSourceSchema.safeParse(folder);
  if (!source.success) return { kind: 'misplaced' };
  if (name.endsWith(MANIFEST_SUFFIX)) return { kind: 'manifest', source: source.data };
  const [, stem, suffix, gzip] = LIST_NAME.exec(name) ?? [];
  if (stem === undefined) return { kind: 'unknown-name', source: source.data };
  return {
    kind: 'list',
    source: source.data,
    manifestKey: `${LIST_FOLDERS.incoming}${source.data}/${stem}${MANIFEST_SUFFIX}`,
    format: suffix?.toLowerCase() === 'csv' ? 'csv' : 'jsonl',
    isGzip: gzip !== undefined,
  };
}
