import type {
  ListedMember,
  UsableLine,
  VerifiedLine,
} from '../../../contexts/registration/records/list-lines.ts';
import { linkageKeysOf } from '../../../contexts/registration/domain/lists/verify/linkage-keys-of.ts';
import { labelledLines } from '../../../local/samples/linkage/labelled-lines.ts';

export type MemberFacts = Partial<Omit<ListedMember, 'kind' | 'name'>> & {
  readonly family: string;
  readonly given: string;
};

/** A usable line about a member of a household; by himself, a head of a household of his own. */
export function memberLine(line: number, { family, given, ...facts }: MemberFacts): UsableLine {
  const record: ListedMember = {
    kind: 'member',
    name: { family, given },
    birthDate: '1980-05-17',
    household: `9${String(line).padStart(8, '0')}`,
    role: 'head',
    ...facts,
  };
  return usable(line, record);
}

export function workerLine(line: number, { family, given, ...facts }: MemberFacts): UsableLine {
  const { cin = 'AB123456', birthDate = '1980-05-17' } = facts;
  return usable(line, {
    kind: 'worker',
    name: { family, given },
    cin,
    birthDate,
    category: 'CPU',
    activityFrom: '2021-01-01',
  });
}

const usable = (line: number, record: Parameters<typeof linkageKeysOf>[0]): UsableLine => ({
  status: 'usable',
  line,
  reference: `R${line}`,
  record,
  warnings: [],
  keys: linkageKeysOf(record),
});

export const invalidLine = (line: number): VerifiedLine => ({
  status: 'invalid',
  line,
  reference: `R${line}`,
  reasons: ['LINE_MALFORMED'],
});

export interface LabelledList {
  readonly lines: readonly UsableLine[];
  /** Who each line is truly about. */
  readonly personOf: ReadonlyMap<number, number>;
}

/** Lines of invented households as dirty as life. */
export function labelledList(seed: number, lineCount: number): LabelledList {
  const labelled = [...labelledLines(seed, lineCount)];
  return {
    lines: labelled.map(({ line, record }) => usable(line, record)),
    personOf: new Map(labelled.map(({ line, person }) => [line, person])),
  };
}

/** Other people of the same list, whose lines have the numbers from 1 on: without them nothing would be rare or common. */
export const CROWD_LINES = 600;
export const crowd = (): readonly UsableLine[] => labelledList(5, CROWD_LINES).lines;
