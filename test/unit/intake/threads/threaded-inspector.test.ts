import { describe, expect, it } from 'vitest';
import { ThreadedInspector } from '../../../../contexts/intake/threads/threaded-inspector.ts';
import { inspectFile } from '../../../../contexts/intake/domain/inspect-file.ts';
import { jpegOf, limits, pdfFromObjects, pdfOf } from '../domain/support/fixtures.ts';

const hanging = new URL('../../../support/threads/odd-thread.ts', import.meta.url);

describe('inspecting a file in a thread', () => {
  it('finds what is found without one', async () => {
    const inspector = new ThreadedInspector(60);
    const files = [
      await pdfOf(3, true),
      await pdfOf(41, false),
      await jpegOf(24, 16),
      pdfFromObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids 3 0 R >>', '[ << /Kids 3 0 R >> ]']),
      new Uint8Array(),
    ];
    for (const bytes of files)
      expect(await inspector.inspect(bytes, limits)).toEqual(await inspectFile(bytes, limits));
  });

  it('leaves the file to whoever has it', async () => {
    const bytes = await pdfOf(1, false);
    await new ThreadedInspector(60).inspect(bytes, limits);
    expect(await inspectFile(bytes, limits)).toMatchObject({ accepted: true });
  });

  it('refuses a file that takes too long, and says what to do', async () => {
    const inspection = await new ThreadedInspector(0.3, hanging).inspect(await pdfOf(1, false), limits);
    expect(inspection).toMatchObject({ accepted: false, reason: 'TOO_COMPLEX' });
    if (inspection.accepted) throw new Error('It was accepted');
    expect(inspection.advice.fr).toContain('numérisez');
  });
});
