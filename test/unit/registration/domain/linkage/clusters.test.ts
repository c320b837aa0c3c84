import { describe, expect, it } from 'vitest';
import { linkageModel } from '../../../../../contexts/registration/domain/linkage/model.ts';
import type { UsableLine } from '../../../../../contexts/registration/records/list-lines.ts';
import { CROWD_LINES, crowd, labelledList, memberLine } from '../../../../support/linkage/listed-people.ts';
import { linkLines } from '../../../../support/linkage/link-lines.ts';

const A = CROWD_LINES + 1;
const [B, C] = [A + 1, A + 2];

describe('who is one person among many lines', () => {
  it('links every line to the earliest line of its person', async () => {
    const facts = { family: 'Tafraouti', given: 'Bouchaib', phone: '+212661000001', commune: 'Safi' };
    const { linkOf } = await linkLines([...crowd(), ...[A, B, C].map((line) => memberLine(line, facts))]);

    expect(linkOf(A)).toBeNull();
    expect(linkOf(B)).toMatchObject({ kind: 'duplicate', line: A });
    expect(linkOf(C)).toMatchObject({ kind: 'duplicate', line: A });
  });

  it('merges nobody over a line between them that fits two CINs', async () => {
    const facts = { family: 'Tafraouti', given: 'Bouchaib', phone: '+212661000001', commune: 'Safi' };
    const { linkOf } = await linkLines([
      ...crowd(),
      memberLine(A, { ...facts, cin: 'AB100001' }),
      memberLine(B, facts),
      memberLine(C, { ...facts, cin: 'QX877654' }),
    ]);

    expect(linkOf(C)).toMatchObject({ kind: 'possible', line: A });
  });

  it('knows a family that is registered again, twins included', async () => {
    const family = [
      { given: 'Allal', birthDate: '1970-03-04', role: 'head', sex: 'M' },
      { given: 'Hassan', birthDate: '2005-09-21', role: 'child', sex: 'M' },
      { given: 'Houcine', birthDate: '2005-09-21', role: 'child', sex: 'M' },
    ] as const;
    const written = (first: number, household: string): UsableLine[] =>
      family.map((member, index) =>
        memberLine(first + index, {
          ...member,
          household,
          family: 'Lamtouni',
          commune: 'Taza',
          phone: '+212661000002',
        }),
      );
    const { linkOf } = await linkLines([
      ...crowd(),
      ...written(A, '990000001'),
      ...written(A + 3, '990000002'),
    ]);

    expect([0, 1, 2].map((index) => linkOf(A + index))).toEqual([null, null, null]);
    expect([3, 4, 5].map((index) => linkOf(A + index))).toMatchObject(
      [0, 1, 2].map((index) => ({ kind: 'duplicate', line: A + index })),
    );
  });

  it('never compares members of one household, but takes the same member written twice for one', async () => {
    const child = {
      family: 'Zenati',
      birthDate: '2010-02-03',
      household: '990000003',
      role: 'child',
    } as const;
    const { linkOf } = await linkLines([
      ...crowd(),
      memberLine(A, { ...child, given: 'Hassan' }),
      memberLine(B, { ...child, given: 'Houssine' }),
      memberLine(C, { ...child, given: 'Hassan' }),
    ]);

    expect(linkOf(B)).toBeNull();
    expect(linkOf(C)).toMatchObject({ kind: 'duplicate', line: A, probability: 1 });
  });

  it('links a member to a person whom an earlier list registered', async () => {
    const facts = { family: 'Tafraouti', given: 'Bouchaib', phone: '+212661000001', commune: 'Safi' };
    const { keys } = memberLine(1, { ...facts, household: '880000001' });
    const { linkOf } = await linkLines([...crowd(), memberLine(A, facts), memberLine(B, facts)], {
      identities: keys === null ? [] : [{ registrationNumber: '123456789', folding: 2, keys }],
    });

    for (const line of [A, B])
      expect(linkOf(line)).toMatchObject({ kind: 'duplicate', line: null, registrationNumber: '123456789' });
  });

  it('merges hardly anyone wrongly in households as dirty as life, and finds most of whom it should', async () => {
    const { lines, personOf } = labelledList(31, 12_000);
    const { linkOf } = await linkLines(lines);

    const merges = lines.flatMap(({ line }) => {
      const link = linkOf(line);
      return link?.kind === 'duplicate' ? [{ line, first: link.line ?? 0 }] : [];
    });
    const right = merges.filter(({ line, first }) => personOf.get(line) === personOf.get(first));
    const repetitions = lines.length - new Set(personOf.values()).size;
    expect(right.length / merges.length).toBeGreaterThanOrEqual(0.999);
    expect(right.length / repetitions).toBeGreaterThan(0.6);
  });

  it('merges from nothing less than 99.9 % on', () => {
    const odds = 2 ** linkageModel.thresholds.sameBits;

    expect(odds / (1 + odds)).toBeGreaterThan(0.999);
  });
});
