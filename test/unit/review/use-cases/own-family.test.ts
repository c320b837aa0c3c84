import { describe, expect, it } from 'vitest';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import type { Dependant } from '../../../../contexts/registry/records/registry-records.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { amina, CLAIM_ID, ReviewWorld } from '../../../support/review-world.ts';
import { field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

const INSURED = '184203957';
const OTHER = '104725831';

const spouse = (registrationNumber: string, cin: string): Dependant => ({
  type: 'dependant',
  registrationNumber,
  dependantId: '9',
  link: 'spouse',
  name: { family: 'X', given: 'Y' },
  birthDate: '1980-01-01',
  from: '2010-01-01',
  studies: [],
  disabled: false,
  cin,
});

/** Someone else on file, with a CIN and perhaps a spouse. */
function otherFile(cin: string, dependants: readonly Dependant[] = []): PersonFile {
  const file = personFile();
  return { ...file, person: { ...file.person, registrationNumber: OTHER, cin }, dependants };
}

async function taken(own: string | undefined, ...others: readonly PersonFile[]): Promise<unknown> {
  const world = new ReviewWorld({ people: [personFile(), ...others], providers: [provider()] });
  await world.draft(form({ inpe: field('091024573', { confidencePercent: 30 }) }), {});
  const reviewer = { ...amina, registrationNumber: own };
  return takeClaim(CLAIM_ID, reviewer, world.dependencies).then(
    () => 'taken',
    (error: unknown) => (error as { code?: string }).code,
  );
}

describe('a reviewer who is insured', () => {
  const cinOfInsured = personFile().person.cin ?? '';

  it('does not take their own claim', async () => {
    expect(await taken(INSURED)).toBe('OWN_CLAIM');
  });

  it('does not take the claim of their spouse, whoever declared whom', async () => {
    expect(await taken(OTHER, otherFile('ZZ100001', [spouse(OTHER, cinOfInsured)]))).toBe('OWN_CLAIM');
    expect(await taken(OTHER, otherFile('ZZ100001'))).toBe('taken');
  });

  it('takes the claims of others, and so does one who is not insured', async () => {
    expect(await taken(OTHER, otherFile('ZZ100001', [spouse(OTHER, 'ZZ100002')]))).toBe('taken');
    expect(await taken(undefined)).toBe('taken');
  });

  it('does not decide it either, where the claim was taken before the account was linked', async () => {
    const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
    await world.draft(form({ inpe: field('091024573', { confidencePercent: 30 }) }), {});
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    await expect(
      rejectClaim(
        CLAIM_ID,
        { version, code: 'DOCUMENT_NOT_A_CARE_FORM', reason: 'test' } as unknown as Parameters<
          typeof rejectClaim
        >[1],
        { ...amina, registrationNumber: INSURED },
        world.dependencies,
      ),
    ).rejects.toMatchObject({ code: 'OWN_CLAIM' });
  });
});
