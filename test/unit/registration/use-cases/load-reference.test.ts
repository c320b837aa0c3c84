import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../contexts/registration/use-cases/load-reference.ts';
import { inRepository } from '../../../../local/cloud/folders.ts';
import { MemoryRegistrationStore } from '../../../support/memory-registration-store.ts';

const linesOf = (path: string): readonly string[] => readFileSync(inRepository(path), 'utf8').split('\n');

describe('a list of another scheme', () => {
  it('is loaded from CSV, whatever its delimiter and the order of its columns', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const store = new MemoryRegistrationStore();
      const lines = [
        ['\uFEFFFrom', 'CIN', 'grade', 'to'],
        ['2012-09-01', 'ab 123456', 'A', ''],
        ['2005-01-01', 'BE654321', 'B', '2014-12-31'],
      ].map((cells) => cells.join(delimiter));
      expect(await loadReference(lines, 'cnops', store)).toEqual({ loadedCount: 2, refused: [] });
      const found = await store.findReferences(['AB123456', 'BE654321', 'ZZ1']);
      expect(Object.fromEntries(found)).toEqual({
        AB123456: { covers: [{ scheme: 'CNOPS', from: '2012-09-01', to: undefined }], deceasedOn: undefined },
        BE654321: {
          covers: [{ scheme: 'CNOPS', from: '2005-01-01', to: '2014-12-31' }],
          deceasedOn: undefined,
        },
      });
    }
  });

  it('is loaded from JSON Lines, and again without a change', async () => {
    const store = new MemoryRegistrationStore();
    const lines = ['{"cin":"AB123456","from":"2012-09-01"}', '', '{"cin":"AB123456","from":"2020-01-01"}'];
    expect((await loadReference(lines, 'employees', store)).loadedCount).toBe(2);
    expect((await loadReference(lines, 'employees', store)).loadedCount).toBe(2);
    const found = await store.findReferences(['AB123456']);
    expect(found.get('AB123456')?.covers.map(({ scheme, from }) => [scheme, from])).toEqual([
      ['AMO_SALARIE', '2012-09-01'],
      ['AMO_SALARIE', '2020-01-01'],
    ]);
  });

  it('loses only its wrong lines, each named with number and reason but without its content', async () => {
    const lines = [
      'cin,from,to',
      'AB123456,2012-09-01,',
      'not a cin,2012-09-01,',
      'AB123457,2012-02-30,',
      'AB123458,2012-09-01,2011-01-01',
      'AB123459,2012-09-01',
      'AB123460,"2012-09-01,',
      'AB123461,2012-09-01,',
    ];
    const { loadedCount, refused } = await loadReference(lines, 'far', new MemoryRegistrationStore());
    expect(loadedCount).toBe(2);
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(refused[0]?.reason).toMatch(/^cin: a CIN/);
    expect(refused[2]?.reason).toBe('to: the last day is before the first');
    expect(JSON.stringify(refused)).not.toMatch(/AB1234|not a cin/);
  });

  it('with the columns of another list is refused as a whole, and says which are expected', async () => {
    const store = new MemoryRegistrationStore();
    await expect(loadReference(['cin,deceased_on'], 'cnops', store)).rejects.toThrow(
      'cin, from and perhaps to',
    );
    await expect(loadReference(['cin,from'], 'civil-status', store)).rejects.toThrow('cin and deceased_on');
  });

  it('is published with examples that load', async () => {
    const store = new MemoryRegistrationStore();
    const covers = await loadReference(linesOf('docs/schemas/reference-cover-example.csv'), 'cnops', store);
    expect(covers).toEqual({ loadedCount: 2, refused: [] });
    const deaths = await loadReference(
      linesOf('docs/schemas/reference-death-example.csv'),
      'civil-status',
      store,
    );
    expect(deaths).toEqual({ loadedCount: 1, refused: [] });
    expect((await store.findReferences(['CD112233'])).get('CD112233')?.deceasedOn).toBe('2023-11-03');
  });
});
