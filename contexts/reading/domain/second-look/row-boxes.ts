import type { Box, CareFormAct, ReadField } from '../care-form.ts';

/** Where the fields of an act stand, those on the page of its row. */
export function fieldBoxesOf({ source, ...fields }: CareFormAct): readonly Box[] {
  return Object.values(fields).flatMap((field: ReadField<unknown> | undefined) =>
    field?.source.page === source.page ? [field.source.box] : [],
  );
}
