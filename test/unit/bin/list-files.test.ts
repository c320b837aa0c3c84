import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareList } from '../../../bin/commands/list-files.ts';
import { UserError } from '../../../bin/view/user-error.ts';
import { countedTaxpayers, manifestOf, taxpayers } from '../../support/small-list.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'milaf-lists-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const prepare = (file: string, manifestFile?: string) =>
  prepareList({ file, source: 'dgi', isDryRun: false, manifestFile });

describe('a list that is to be sent', () => {
  it('takes the manifest beside it along, whatever its ending', async () => {
    write('a.manifest.json', JSON.stringify(manifestOf(2)));

    for (const name of ['a.csv', 'a.csv.gz']) {
      expect(await prepare(write(name, taxpayers(2)))).toMatchObject({
        key: `incoming/dgi/${name}`,
        name: { manifestKey: 'incoming/dgi/a.manifest.json' },
        manifest: JSON.stringify(manifestOf(2)),
      });
    }
  });

  it('takes the manifest that is named, before any other', async () => {
    const named = write('other.json', '{}');

    expect((await prepare(write('a.csv', taxpayers(2)), named)).manifest).toBe('{}');
  });

  it.each([
    ['plain', 'b.csv', countedTaxpayers(2)],
    ['with a byte order mark', 'c.csv', `\ufeff${countedTaxpayers(2)}`],
    ['packed', 'd.csv.gz', gzipSync(countedTaxpayers(2))],
    ['in JSON Lines', 'e.jsonl', '{"milafList":{"version":1}}\n{}\n'],
  ])('needs no manifest where it has a header of counts: %s', async (_, name, content) => {
    expect((await prepare(write(name, content))).manifest).toBeUndefined();
  });

  it.each([
    ['a plain one', 'f.csv', taxpayers(2)],
    ['a packed one', 'g.csv.gz', gzipSync(taxpayers(2))],
    ['an empty one', 'h.csv', ''],
    ['one that says it is packed and is not', 'i.csv.gz', 'x'],
  ])('is not sent without either, and says what to write: %s', async (_, name, content) => {
    const prepared = prepare(write(name, content));

    await expect(prepared).rejects.toThrow(UserError);
    await expect(prepared).rejects.toMatchObject({
      whatToDo: expect.stringMatching(/\.manifest\.json beside it: .*"source": "dgi"/) as string,
    });
  });

  it('is not sent with a manifest larger than one can be, and says which file that is', async () => {
    const large = write('large.json', ' '.repeat(64 * 1024 + 1));

    await expect(prepare(write('j.csv', taxpayers(2)), large)).rejects.toThrow(/large\.json has 65537 bytes/);
  });

  it('is not sent under a name no list has, or when it is not there', async () => {
    await expect(prepare(write('a.xlsx', 'x'))).rejects.toThrow('must end in .csv, .jsonl');
    await expect(prepare(join(folder, 'nothing.csv'))).rejects.toThrow('There is no file');
  });
});
