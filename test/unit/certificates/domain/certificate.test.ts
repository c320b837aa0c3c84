import { generateKeyPairSync } from 'node:crypto';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFonts } from '../../../../contexts/certificates/fonts/certificate-fonts.ts';
import type { CertifiedFacts } from '../../../../contexts/certificates/domain/certificate.ts';
import { certifiedFacts } from '../../../../contexts/certificates/domain/certified-facts.ts';
import { printCertificate } from '../../../../contexts/certificates/domain/print/print-certificate.ts';
import type { FontFiles } from '../../../../contexts/certificates/domain/print/type-case.ts';
import {
  namesHolder,
  parseSeal,
  sealedText,
  sealOf,
  signedSeal,
} from '../../../../contexts/certificates/domain/seal.ts';
import {
  PublicKeyError,
  verifyCertificate,
} from '../../../../contexts/certificates/domain/verify-certificate.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { MemorySigner } from '../../../support/memory-signer.ts';
import { personFile } from '../../../support/person-files.ts';

/** The package's types describe another shape than Node loads. */
const readQr = jsQR as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

const DAY = '2026-11-22';
const signer = new MemorySigner();
const factsOf = (
  file = personFile({ person: { ramedNumber: 'RM-0442-887190' } }),
  day = DAY,
): CertifiedFacts => {
  const facts = certifiedFacts(file, day, currentRuleBook());
  if (typeof facts === 'string') throw new Error(facts);
  return facts;
};
const sealed = async (facts: CertifiedFacts) => {
  const seal = sealOf(facts);
  return signedSeal(seal, await signer.sign(Buffer.from(sealedText(seal))));
};

describe('what a certificate says', () => {
  it('refuses who has no open coverage, several, or has died', () => {
    const refused = (change: Parameters<typeof personFile>[0]) =>
      certifiedFacts(personFile(change), DAY, currentRuleBook());
    expect(refused({ coverages: [{ to: '2026-11-21' }] })).toBe('NO_OPEN_COVERAGE');
    expect(refused({ coverages: [{ from: '2026-11-23' }] })).toBe('NO_OPEN_COVERAGE');
    expect(refused({ coverages: [{}, { scheme: 'AMO_SALARIE' }] })).toBe('SEVERAL_COVERAGES');
    expect(refused({ person: { deceasedOn: DAY } })).toBe('DECEASED');
  });

  it('says of each dependant whether they are covered on the day, as the rules of claims do', () => {
    const { dependants } = factsOf(
      personFile({
        dependants: [
          { birthDate: '2012-03-01' },
          { birthDate: '2004-03-01' },
          { birthDate: '2012-03-01', deceasedOn: '2024-01-01' },
          { birthDate: '2012-03-01', from: '2026-12-01' },
          { birthDate: '1990-03-01', disabled: true },
        ],
      }),
    );
    expect(dependants.map(({ coverage }) => coverage)).toEqual([
      'covered',
      'not-covered',
      'not-covered',
      'not-covered',
      'covered',
    ]);
  });

  it('lists dependants by their number, not by their text', () => {
    const ids = ['10', '2', '1'];
    const { dependants } = factsOf(
      personFile({
        dependants: ids.map((dependantId) => ({ dependantId, name: { family: 'A', given: dependantId } })),
      }),
    );
    expect(dependants.map(({ name }) => name.given)).toEqual(['1', '2', '10']);
  });
});

describe('the seal', () => {
  it('is verified with the public key alone', async () => {
    const text = await sealed(factsOf());
    const verification = verifyCertificate(text, await signer.publicKeyPem());
    expect(verification).toMatchObject({
      isGenuine: true,
      seal: { registrationNumber: '104725831', scheme: 'AMO_TADAMON', issuedOn: DAY },
    });
  });

  it('is not genuine when any one character is another', async () => {
    const text = await sealed(factsOf());
    const pem = await signer.publicKeyPem();
    const genuine = Array.from(text).filter((character, index) => {
      const other = character === 'A' ? 'B' : 'A';
      const changed = text.slice(0, index) + other + text.slice(index + 1);
      return verifyCertificate(changed, pem).isGenuine;
    });
    expect(genuine).toEqual([]);
    expect(verifyCertificate(`${text}A`, pem).isGenuine).toBe(false);
  });

  it('is not genuine under another key, and texts of other kinds are none', async () => {
    const pem = await new MemorySigner().publicKeyPem();
    expect(verifyCertificate(await sealed(factsOf()), pem)).toEqual({
      isGenuine: false,
      because: 'WRONG_SIGNATURE',
    });
    for (const text of ['', 'https://cnss.ma', 'MILAF1.A.B', 'MILAF2.' + (await sealed(factsOf())).slice(7)])
      expect(verifyCertificate(text, pem)).toEqual({ isGenuine: false, because: 'NOT_A_SEAL' });
  });

  it('asks for a key of the right kind', async () => {
    const text = await sealed(factsOf());
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(() => verifyCertificate(text, 'no key')).toThrow(PublicKeyError);
    expect(() =>
      verifyCertificate(text, publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    ).toThrow(PublicKeyError);
  });

  it('holds no name and no birth date, and yet tells whose it is', () => {
    const seal = sealOf(factsOf());
    const text = sealedText(seal);
    expect(text).not.toMatch(/idrissi|mohammed|1974|0509|RM-/i);
    expect(text).not.toMatch(/\p{Script=Arabic}/u);
    expect(namesHolder(seal, 'EL IDRISSI Mohammed', '1974-05-09')).toBe(true);
    expect(namesHolder(seal, 'mohammed  el-idrissi', '1974-05-09')).toBe(true);
    expect(namesHolder(seal, 'الادريسي محمد', '1974-05-09')).toBe(true);
    expect(namesHolder(seal, 'EL IDRISSI Mohammed', '1974-05-08')).toBe(false);
    expect(namesHolder(seal, 'EL IDRISSI Hamza', '1974-05-09')).toBe(false);
  });

  it('tells whose it is also where its names were folded as before', () => {
    // Sealed before letters of Persian keyboards and strokes through Latin letters were folded.
    const sealed = {
      ...sealOf(factsOf()),
      certificateId: '2T5WAE76AV1ZD8GF',
      holderDigests: ['1PihWKXZP1CIRz8CfiCDzu', 'Pq98SWpMU_oUm4UhMCA1YY'],
    };
    for (const name of ['ĐORĐEVIĆ Łukasz', 'علوی کریم'])
      expect(namesHolder(sealed, name, '1983-07-19')).toBe(true);
    for (const name of ['ĐORĐEVIĆ Marko', 'علوی حسن'])
      expect(namesHolder(sealed, name, '1983-07-19')).toBe(false);
    expect(namesHolder(sealed, 'علوی کریم', '1983-07-18')).toBe(false);
  });

  it('is another one as soon as anything printed is', () => {
    const ids = new Set([
      sealOf(factsOf()).certificateId,
      sealOf(factsOf(personFile())).certificateId,
      sealOf(factsOf(undefined, '2026-11-23')).certificateId,
      sealOf(factsOf(personFile({ dependants: [{}] }))).certificateId,
    ]);
    expect(ids.size).toBe(4);
    expect(sealOf(factsOf())).toEqual(sealOf(factsOf()));
  });
});

describe('the printed page', () => {
  let fonts: FontFiles;
  beforeAll(async () => {
    fonts = await readCertificateFonts();
  });

  const print = async (facts: CertifiedFacts) => {
    const sealText = await sealed(facts);
    const { certificateId } = sealOf(facts);
    return { sealText, pdf: await printCertificate({ facts, certificateId, sealText }, fonts) };
  };
  const open = async <Result>(
    pdf: Uint8Array,
    look: (document: Awaited<ReturnType<PDFiumLibrary['loadDocument']>>) => Promise<Result>,
  ): Promise<Result> => {
    const library = await PDFiumLibrary.init();
    try {
      return await look(await library.loadDocument(pdf));
    } finally {
      library.destroy();
    }
  };

  it('has a code that a reader of QR codes reads back, as it was sealed', async () => {
    const { pdf, sealText } = await print(factsOf());
    const read = await open(pdf, async (document) => {
      const { data, width, height } = await document.getPage(0).render({
        scale: 3,
        render: async (page) => {
          const pixels = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 4 } });
          return pixels.raw().toBuffer();
        },
      });
      return readQr(new Uint8ClampedArray(data), width, height)?.data;
    });
    expect(read).toBe(sealText);
    expect(parseSeal(read ?? '')?.seal.registrationNumber).toBe('104725831');
  });

  it('is one page for a family of twelve, and more for a larger one, with nobody left out', async () => {
    const family = (size: number) =>
      factsOf(
        personFile({
          dependants: Array.from({ length: size }, (_, index) => ({
            name: { family: 'Alami', given: `Enfant${index + 1}x` },
          })),
        }),
      );
    const textOf = async (size: number) =>
      open((await print(family(size))).pdf, (document) => {
        const pages = [...document.pages()].map((page) => page.getText());
        return Promise.resolve(pages);
      });
    expect(await textOf(12)).toHaveLength(1);
    const pages = await textOf(60);
    expect(pages.length).toBeGreaterThan(1);
    const printed = pages.join('\n').match(/Enfant\d+x/g) ?? [];
    expect(printed).toEqual(Array.from({ length: 60 }, (_, index) => `Enfant${index + 1}x`));
  });

  it('prints a name in the one script it is known in, and cuts no long one', async () => {
    const long = {
      family: 'Ben Abdeljalil El Mansouri El Fassi Bouhlal',
      given: 'Abderrahmane Mohammed Amine Chems-Eddine',
      familyArabic: 'بن عبد الجليل المنصوري الفاسي بوهلال',
      givenArabic: 'عبد الرحمان محمد أمين شمس الدين',
    };
    const textOf = async (name: typeof long | { family: string; given: string }) =>
      open((await print(factsOf(personFile({ person: { name } })))).pdf, (document) =>
        Promise.resolve(document.getPage(0).getText().replaceAll(/\s+/g, ' ')),
      );
    const both = await textOf(long);
    expect(both).toContain(
      'BEN ABDELJALIL EL MANSOURI EL FASSI BOUHLAL Abderrahmane Mohammed Amine Chems-Eddine',
    );
    expect(both).not.toContain('…');
    expect(await textOf({ family: 'الوزاني', given: 'خديجة' })).toSatisfy((text: string) =>
      ['خديجة', 'ةجيدخ'].some((given) => text.includes(given)),
    );
    expect(await textOf({ family: 'Ouazzani', given: 'Khadija' })).toMatch(/OUAZZANI/);
  });

  it('gives the same bytes for the same certificate', async () => {
    const facts = factsOf();
    const sealText = await sealed(facts);
    const certificate = { facts, certificateId: sealOf(facts).certificateId, sealText };
    const first = Buffer.from(await printCertificate(certificate, fonts));
    expect(first.equals(Buffer.from(await printCertificate(certificate, fonts)))).toBe(true);
  });
});
