import type { Box, CareFormAct, ReadField } from '../care-form.ts';

type Part = Exclude<CareFormAct[keyof Omit<CareFormAct, 'source'>], undefined>;

const isField = (part: Part): part is ReadField<string> | ReadField<number> => 'confidencePercent' in part;

/** Where the fields of an act stand, those on the page of its row. */
export function fieldBoxesOf({ source, ...parts }: CareFormAct): readonly Box[] {
  return Object.values(parts).flatMap((part: Part | undefined) =>
    part !== undefined && isField(part) && part.source.page === source.page ? [part.source.box] : [],
  );
}
