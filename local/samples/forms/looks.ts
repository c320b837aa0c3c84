import type { FormLook } from './layout.ts';

const PRINT = '#141414';
const PEN_BLUE = '#1b2a7a';

/** How forms are filled in: by software, by typewriter, by hand. */
export const LOOKS = {
  printed: { labelFont: 'roboto', valueFont: 'roboto', valueSize: 14, ink: PRINT, tick: 'cross' },
  'printed-noto': {
    labelFont: 'noto-sans',
    valueFont: 'noto-sans',
    valueSize: 13.5,
    ink: PRINT,
    tick: 'check',
  },
  serif: {
    labelFont: 'tinos',
    valueFont: 'tinos',
    valueSize: 15,
    valueBold: true,
    ink: PRINT,
    tick: 'cross',
  },
  courier: {
    labelFont: 'roboto',
    valueFont: 'courier-prime',
    valueSize: 14.5,
    valueBold: true,
    ink: PRINT,
    tick: 'cross',
  },
  typewriter: {
    labelFont: 'tinos',
    valueFont: 'special-elite',
    valueSize: 14.5,
    ink: '#222222',
    tick: 'filled',
  },
  handwritten: {
    labelFont: 'roboto',
    valueFont: 'caveat',
    valueSize: 19,
    valueBold: true,
    ink: PEN_BLUE,
    tick: 'check',
  },
} as const satisfies Record<string, FormLook>;

export type LookName = keyof typeof LOOKS;
