import { actsLabels } from './acts-labels.ts';
import { careLabels } from './care-labels.ts';
import { headingLabels } from './heading-labels.ts';
import type { LabelEntry } from './label-entry.ts';
import { otherLabels } from './other-labels.ts';
import { personLabels } from './person-labels.ts';

/**
 * What the printed labels of care forms say, as data. A label that form 610-1-02 (ANAM 1.2.01.01) does not have stands
 * here when other prints of the form, or stamps, use it. Adding a wording needs no code.
 */
export const labelLexicon: readonly LabelEntry[] = [
  ...headingLabels,
  ...personLabels,
  ...careLabels,
  ...actsLabels,
  ...otherLabels,
];
