import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFonts } from '../../../../contexts/certificates/fonts/certificate-fonts.ts';
import {
  issueCertificate,
  type IssueCertificateDependencies,
} from '../../../../contexts/certificates/use-cases/issue-certificate.ts';
import type { IssuedCertificate } from '../../../../contexts/certificates/domain/certificate.ts';
import type { FontFiles } from '../../../../contexts/certificates/domain/print/type-case.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { MemorySigner } from '../../../support/memory-signer.ts';
import { personFile } from '../../../support/person-files.ts';

describe('a certificate on demand', () => {
  let fonts: FontFiles;
  beforeAll(async () => {
    fonts = await readCertificateFonts();
  });

  const deskOf = (file: PersonFile | undefined) => {
    const issued = new Map<string, IssuedCertificate>();
    const desk = {
      day: '2026-11-22',
      file,
      issued,
    };
    const dependencies: IssueCertificateDependencies = {
      registry: { findPersonFile: () => Promise.resolve(desk.file) },
      certificates: {
        find: (_number, certificateId) => Promise.resolve(issued.get(certificateId)),
        record: (certificate) => {
          const first = issued.get(certificate.certificateId) ?? certificate;
          issued.set(certificate.certificateId, first);
          return Promise.resolve(first);
        },
      },
      signer: new MemorySigner(),
      fonts,
      rules: currentRuleBook(),
      clock: () => new Date(`${desk.day}T10:00:00Z`),
    };
    return { desk, issue: () => issueCertificate('104725831', dependencies) };
  };

  it('is the same paper, to the byte, when it is asked for again on the same day', async () => {
    const { desk, issue } = deskOf(personFile({ dependants: [{}, {}] }));
    const [first, second] = [await issue(), await issue()];
    if (first.outcome !== 'issued' || second.outcome !== 'issued') throw new Error('It was refused');
    expect(second.certificate).toEqual(first.certificate);
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
    expect(desk.issued.size).toBe(1);
  });

  it('is another one on another day, and when the family has changed', async () => {
    const { desk, issue } = deskOf(personFile());
    await issue();
    desk.day = '2026-11-23';
    await issue();
    desk.file = personFile({ dependants: [{}] });
    await issue();
    expect(desk.issued.size).toBe(3);
  });

  it.each([
    ['of the person', personFile({ person: { name: { family: 'EL IDRISSI', given: 'ꬰmina' } } }), 'ꬰ'],
    ['of a child', personFile({ dependants: [{ name: { family: 'ALAMI', given: '漢' } }] }), '漢'],
  ])('is not issued, nor on record, where no font has a letter of the name %s', async (_, file, letter) => {
    const { desk, issue } = deskOf(file);

    expect(await issue()).toEqual({
      outcome: 'refused',
      because: 'LETTERS_NOT_PRINTABLE',
      letters: [letter],
    });
    expect(desk.issued.size).toBe(0);
  });

  it('is not issued where a name is too long to be read, and nothing of it is cut off', async () => {
    const name = { family: 'W'.repeat(100), given: 'M'.repeat(100) };
    const { desk, issue } = deskOf(personFile({ person: { name } }));

    expect(await issue()).toEqual({ outcome: 'refused', because: 'TEXT_TOO_LONG' });
    expect(desk.issued.size).toBe(0);
  });

  it('is issued to someone whose name has letters of Vietnam, or a hyphen that does not break', async () => {
    for (const name of [
      { family: 'Nguyễn', given: 'Thị' },
      { family: 'O‑Brien', given: 'Séan' },
    ])
      expect((await deskOf(personFile({ person: { name } })).issue()).outcome).toBe('issued');
  });

  it('has the seal that is on record, where two were issued at one moment', async () => {
    const { desk, issue } = deskOf(personFile());
    const [one, other] = await Promise.all([issue(), issue()]);
    if (one.outcome !== 'issued' || other.outcome !== 'issued') throw new Error('It was refused');

    expect(one.certificate).toEqual(other.certificate);
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true);
    expect(desk.issued.size).toBe(1);
  });

  it('records nothing where there is nothing to certify', async () => {
    const closed = deskOf(personFile({ coverages: [{ to: '2026-01-01' }] }));
    expect(await closed.issue()).toEqual({ outcome: 'refused', because: 'NO_OPEN_COVERAGE' });
    expect(closed.desk.issued.size).toBe(0);
    expect(await deskOf(undefined).issue()).toEqual({ outcome: 'refused', because: 'PERSON_UNKNOWN' });
  });
});
