import { type ListSource, parseUnambiguousJson } from '#shared';
import { listManifestSchema, type ListManifest } from '../../../records/list-manifest.ts';
import { refused, type Refused } from './refused-list.ts';

/** Reads the text of a manifest. */
export function readManifest(text: string): ListManifest | Refused {
  try {
    // A manifest written on Windows may begin with a byte order mark.
    return checkAnnouncement(parseUnambiguousJson(text.replace(/^\ufeff/, '')), 'the manifest');
  } catch (error) {
    if (error instanceof SyntaxError)
      return refused('MANIFEST_INVALID', 'the manifest is not JSON, or gives a name twice');
    throw error;
  }
}

/** Checks what a manifest or a header of counts says. @param where for the sender */
export function checkAnnouncement(announced: unknown, where: string): ListManifest | Refused {
  const checked = listManifestSchema.safeParse(announced);
  if (checked.success) return checked.data;
  const fields = checked.error.issues.map(({ code, path }) =>
    code === 'unrecognized_keys' ? 'a field that is not published' : path.join('.') || 'all of it',
  );
  return refused('MANIFEST_INVALID', `${where} is wrong in: ${[...new Set(fields)].join(', ')}`);
}

export const isRefused = (value: object): value is Refused => 'refusal' in value;

/**
 * What a sender says of a list, from its manifest and its header of counts; where it has both, they say the same.
 * @param today ISO date
 */
export function settleAnnouncement(
  manifest: ListManifest | undefined,
  header: ListManifest | undefined,
  { source, today }: { readonly source: ListSource; readonly today: string },
): ListManifest | Refused {
  const announced = manifest ?? header;
  if (announced === undefined)
    return refused('COUNT_MISSING', 'there is neither a manifest nor a header of counts');
  if (manifest !== undefined && header !== undefined) {
    const different = (['source', 'records', 'asOf'] as const).filter(
      (name) => manifest[name] !== header[name],
    );
    if (different.length > 0)
      return refused(
        'MANIFEST_INVALID',
        `manifest and header of counts are different in: ${different.join(', ')}`,
      );
  }
  if (announced.source !== source)
    return refused('WRONG_SOURCE', `it says it is a list of ${announced.source}, in the folder of ${source}`);
  if (announced.asOf > today)
    return refused('AS_OF_IN_FUTURE', `it is of ${announced.asOf}, and was received on ${today}`);
  return announced;
}
