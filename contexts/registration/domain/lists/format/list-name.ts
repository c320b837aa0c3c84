import { type ListSource, listSourceSchema } from '#shared';
import { LIST_FOLDERS, MANIFEST_SUFFIX } from '../list.ts';

/** What the name of an upload says: `incoming/<source>/<name>.csv`, `.jsonl`, each also with `.gz`. */
export interface ListName {
  readonly source: ListSource;
  /** Without folder and endings; the manifest has the same. */
  readonly name: string;
  readonly format: 'csv' | 'jsonl';
  readonly isPacked: boolean;
  readonly manifestKey: string;
}

const NAME = /^([a-z]+)\/([^/]+?)\.(csv|jsonl)(\.gz)?$/;

/** @returns undefined where the key is not that of a list (NAME_UNKNOWN); a manifest is not one */
export function parseListKey(key: string): ListName | undefined {
  if (!key.startsWith(LIST_FOLDERS.incoming)) return undefined;
  const [, folder, name, ending, packed] = NAME.exec(key.slice(LIST_FOLDERS.incoming.length)) ?? [];
  const source = listSourceSchema.safeParse(folder);
  if (!source.success || name === undefined) return undefined;
  return {
    source: source.data,
    name,
    format: ending === 'csv' ? 'csv' : 'jsonl',
    isPacked: packed !== undefined,
    manifestKey: `${LIST_FOLDERS.incoming}${source.data}/${name}${MANIFEST_SUFFIX}`,
  };
}
