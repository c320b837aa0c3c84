import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VerifiedLine } from '../../../../contexts/registration/records/list-lines.ts';
import { labelledList, invalidLine, memberLine, workerLine } from '../../../support/linkage/listed-people.ts';
import { linkLines, type Linked } from '../../../support/linkage/link-lines.ts';

/** Same people, with some households' lines far apart and some lines that cannot be read. */
const { lines: households } = labelledList(17, 900);
const lines: readonly VerifiedLine[] = households.map((usable) =>
  usable.line % 97 === 0 ? invalidLine(usable.line) : usable,
);

describe('DuckDbLinkEngine', () => {
  it('gives the same links and units whichever way the lines are cut into files and ordered in them', async () => {
    const expected = await linkLines(lines);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...lines], { minLength: lines.length, maxLength: lines.length }),
        fc.integer({ min: 1, max: 7 }),
        async (shuffled, fileCount) => {
          const files = Array.from({ length: fileCount }, (_, file) =>
            shuffled.filter((__, index) => index % fileCount === file),
          );

          expect((await linkLines(lines, { files })).units).toEqual(expected.units);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('puts every line in one unit, and a household in one with its head first, whatever households there are', async () => {
    const listed = fc.array(
      fc.record({
        household: fc.integer({ min: 1, max: 12 }),
        role: fc.constantFrom('head', 'child'),
        broken: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(listed, fc.integer({ min: 1, max: 20 }), async (members, linesPerUnit) => {
        const written = members.map(({ household, role, broken }, index): VerifiedLine =>
          broken
            ? invalidLine(index + 1)
            : memberLine(index + 1, {
                family: `Family${household}`,
                given: `Given${index}`,
                role: role === 'head' ? 'head' : 'child',
                household: `9000000${String(household).padStart(2, '0')}`,
              }),
        );

        const linked = await linkLines(written, { linesPerUnit });

        expect(linesOf(linked).toSorted((a, b) => a - b)).toEqual(written.map(({ line }) => line));
        expectWholeHouseholds(linked);
      }),
      { numRuns: 15 },
    );
  });

  it('orders units by their first lines and keeps to their size', async () => {
    const { units } = await linkLines(lines, { linesPerUnit: 50 });

    const firsts = units.map((unit) => Math.min(...unit.map(({ verified }) => verified.line)));
    expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
    expect(units.length).toBeGreaterThan(10);
    for (const unit of units.slice(0, -1)) expect(Math.abs(unit.length - 50)).toBeLessThan(15);
  });

  it('hands on what was verified as it was', async () => {
    const { units } = await linkLines(lines);

    const handedOn = units.flat().map(({ verified }) => verified);
    expect(handedOn.toSorted((a, b) => a.line - b.line)).toEqual(lines);
  });

  it('links workers by their CIN alone', async () => {
    const { linkOf } = await linkLines(
      [
        workerLine(1, { family: 'El Fassi', given: 'Mohamed', cin: 'AB100001' }),
        workerLine(2, { family: 'El Fassi', given: 'Mohamed', cin: 'AB100002' }),
        workerLine(3, { family: 'FASSI', given: 'Mohammed', cin: 'AB100001' }),
        workerLine(4, { family: 'Tazi', given: 'Khadija', cin: 'AB100002', birthDate: '1990-12-24' }),
        workerLine(5, { family: 'El Fassi', given: 'Mohamed', cin: 'AB100002' }),
      ],
      { source: 'dgi' },
    );

    expect(linkOf(1)).toBeNull();
    expect(linkOf(3)).toEqual({ kind: 'duplicate', line: 1, registrationNumber: null, probability: 1 });
    expect([2, 4, 5].map((line) => linkOf(line)?.kind)).toEqual(['conflict', 'conflict', 'conflict']);
  });

  it.each([
    ['one digit of the date wrong', { birthDate: '1980-05-27' }, 'duplicate'],
    ['day and month exchanged', { birthDate: '1980-07-05' }, 'duplicate'],
    ['another birth date', { birthDate: '1993-01-30' }, 'conflict'],
    ['the given name of another', { given: 'Fatiha' }, 'conflict'],
    ['a letter of the family name wrong', { family: 'Ouazzano' }, 'duplicate'],
  ] as const)('takes a CIN that comes again with %s for what it is', async (_, change, kind) => {
    const facts = { family: 'Ouazzani', given: 'Fatima', cin: 'AB100001', birthDate: '1980-05-07' };
    const { linkOf } = await linkLines([workerLine(1, facts), workerLine(2, { ...facts, ...change })], {
      source: 'barid',
    });

    expect(linkOf(2)?.kind).toBe(kind);
  });

  it('refuses to hand on fewer lines than the list has', async () => {
    const missing = lines.filter(({ line }) => line !== 5);

    await expect(linkLines(lines, { files: [missing] })).rejects.toThrow('899 are verified');
  });
});

const linesOf = ({ units }: Linked): readonly number[] => units.flat().map(({ verified }) => verified.line);

function expectWholeHouseholds({ units }: Linked): void {
  const seen = new Set<string>();
  for (const unit of units) {
    const here = unit.map(({ verified }) =>
      verified.status === 'usable' ? verified.keys?.household : undefined,
    );
    for (const [index, household] of here.entries()) {
      if (household === undefined || household === null || here[index - 1] === household) continue;
      expect(seen).not.toContain(household);
      seen.add(household);
      const roles = unit
        .filter(({ verified }) => verified.status === 'usable' && verified.keys?.household === household)
        .map(({ verified }) => (verified.status === 'usable' ? verified.keys?.role : undefined));
      if (roles.includes('head')) expect(roles[0]).toBe('head');
    }
  }
}
