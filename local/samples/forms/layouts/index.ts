import type { FormLayout } from '../layout.ts';
import { ARABIC_FIRST } from './arabic-first.ts';
import { CLASSIC } from './classic.ts';
import { COMB } from './comb.ts';
import { LABELS_ABOVE } from './labels-above.ts';

export const LAYOUTS = {
  classic: CLASSIC,
  comb: COMB,
  'labels-above': LABELS_ABOVE,
  'arabic-first': ARABIC_FIRST,
} as const satisfies Record<string, FormLayout>;

export type LayoutName = keyof typeof LAYOUTS;
