import type { OcrEngineSource } from './reading/page-reader.ts';

/** The engine that this service comes with; it is loaded only when a page must really be read. */
export function defaultEngine(workers: number): OcrEngineSource {
  return {
    version: 'unversioned',
    create: async () => {
      const { createOcrEngine } = await import('./engine/index.ts');
      return await createOcrEngine({ workers });
    },
  };
}
