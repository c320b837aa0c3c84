/** Where free ports are looked for first. */
export const EMULATOR_PORTS = { first: 4566, last: 4599 } as const;
export const OCR_PORTS = { first: 4600, last: 4650 } as const;
