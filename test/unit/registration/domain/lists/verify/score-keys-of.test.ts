import { describe, expect, it } from 'vitest';
import type { ListedScore, UsableLine } from '../../../../../../contexts/registration/records/list-lines.ts';
import { scoreKeysOf } from '../../../../../../contexts/registration/domain/lists/verify/score-keys-of.ts';
import { linkLines } from '../../../../../support/linkage/link-lines.ts';

function scoreLine(line: number, change: Partial<ListedScore>): UsableLine {
  const record: ListedScore = {
    kind: 'score',
    cin: 'AB123456',
    score: '9.3264285',
    from: '2024-03-01',
    wantsAchamil: false,
    ...change,
  };
  return { status: 'usable', line, reference: `R${line}`, record, warnings: [], keys: scoreKeysOf(record) };
}

const linksOf = async (...lines: UsableLine[]) => {
  const { linkOf } = await linkLines(lines, { source: 'rsu' });
  return lines.map(({ line }) => linkOf(line)?.kind);
};

describe('score changes of one person in one list', () => {
  it('are one where they say the same', async () => {
    expect(await linksOf(scoreLine(1, {}), scoreLine(2, {}))).toEqual([undefined, 'duplicate']);
  });

  it('contradict each other where the score, its day or the wish differs, however little', async () => {
    const conflict = ['conflict', 'conflict'];
    expect(await linksOf(scoreLine(1, {}), scoreLine(2, { score: '9.3264284' }))).toEqual(conflict);
    expect(await linksOf(scoreLine(1, {}), scoreLine(2, { from: '2024-03-02' }))).toEqual(conflict);
    expect(await linksOf(scoreLine(1, {}), scoreLine(2, { wantsAchamil: true }))).toEqual(conflict);
  });

  it('contradict each other where they say another name or birth date', async () => {
    const who = { name: { family: 'ALAOUI', given: 'Omar' }, birthDate: '1984-01-01' };
    expect(await linksOf(scoreLine(1, who), scoreLine(2, who))).toEqual([undefined, 'duplicate']);
    const other = { ...who, birthDate: '1948-01-01' };
    expect(await linksOf(scoreLine(1, who), scoreLine(2, other))).toEqual(['conflict', 'conflict']);
  });

  it('stand apart where they are of two people', async () => {
    expect(await linksOf(scoreLine(1, {}), scoreLine(2, { cin: 'AB123457' }))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are identified by the registration number where there is no CIN', async () => {
    const byNumber = { cin: undefined, registrationNumber: '104725831' };
    expect(await linksOf(scoreLine(1, byNumber), scoreLine(2, byNumber))).toEqual([undefined, 'duplicate']);
  });
});
