import { describe, expect, it } from 'vitest';
import { attachedKind } from '../../../../contexts/reading/domain/attached-page.ts';
import { draftReading } from '../../../../contexts/reading/domain/read-file.ts';
import type { Provider } from '../../../../contexts/registry/records/registry-records.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { provider } from '../../adjudication/domain/claim-builder.ts';

/** A page of lines below each other, the first at its head. */
function kindOf(lines: readonly string[], providers: readonly Provider[] = []): string {
  const texts = lines.map((text, index): PrintedText => ({ text, x: 20, y: 20 + index * 12 }));
  const [part] = draftReading(printDocument({ texts })).pages[0]?.parts ?? [];
  return part === undefined ? 'no page' : attachedKind(part, providers);
}

const dr = 'Dr ALAOUI Samira, cardiologue';
const use = '1 cp matin et soir pendant 7 jours';

describe('a page behind a form is a prescription', () => {
  it.each([
    ['by its title alone', ['ORDONNANCE', 'Amlor 5 mg']],
    ['by its title in other words', ['Prescription médicale', 'Amlor 5 mg']],
    ['by its title in Arabic', ['وصفة طبية', 'Amlor 5 mg']],
    ['by a title that OCR misread', ['ORDONNANGE', dr, 'Amlor 5 mg']],
    ['by a title with its day', ['Ordonnance du 12/10/2026', dr, 'Amlor 5 mg']],
    ['by who prescribes and how it is taken', [dr, 'Rabat', 'Amlor 5 mg', use]],
    ['by who prescribes in Arabic', ['الدكتورة العلوي', 'Amlor 5 mg', use]],
    [
      'with labels and the stamp of the pharmacy below',
      ['ORDONNANCE', dr, 'Amlor', use, 'Pharmacie du Port', 'PPV 52,60'],
    ],
    ['in a line with sachets', ['Docteur ALAOUI', 'Smecta', '1 sachet x 3 par jour, QSP 5 jours']],
  ])('%s', (_, lines) => {
    expect(kindOf(lines)).toBe('prescription');
  });

  it('by the number of a prescriber whom the register has', () => {
    const lines = ['Cabinet, 12 rue du Port', 'INPE : 091024578', 'Amlor 5 mg', use];
    expect(kindOf(lines, [provider()])).toBe('prescription');
    expect(kindOf(lines, [provider({ specialty: 'Kinésithérapie' })])).toBe('unknown');
    expect(kindOf(lines)).toBe('unknown');
  });
});

describe('a page behind a form is none', () => {
  it.each([
    ['an invoice', ['FACTURE N° 12', 'Pharmacie du Port', 'Client : BENNANI', 'Doliprane 2 x 15,00 30,00']],
    [
      'an invoice that names prescriber and prescription',
      ['FACTURE N° 12', `Médecin prescripteur : ${dr}`, 'Ordonnance du 12/10/2026', 'Amlor 52,60'],
    ],
    ['a pharmacy’s ticket with how to take it', ['Pharmacie du Port', 'Amlor 5 mg', use, 'Total 52,60']],
    ['results of a laboratory', ['RÉSULTATS DE BIOLOGIE', `Prescripteur : ${dr}`, 'Glycémie 0,92 g/l']],
    [
      'the sheet of a laboratory by its head',
      ['Laboratoire Ibn Zohr', `Prescripteur : ${dr}`, 'Glycémie 0,92 g/l'],
    ],
    ['a report', ['COMPTE RENDU', dr, 'Radiographie du thorax sans anomalie']],
    ['a certificate', ['CERTIFICAT MÉDICAL', dr, 'Je soussigné certifie']],
    ['a bill in Arabic', ['فاتورة', 'صيدلية المرسى', '52,60']],
  ])('where it is %s', (_, lines) => {
    expect(kindOf(lines)).toBe('supporting');
  });

  it.each([
    ['labels glued on a sheet', ['PPV 52,60', 'LOT 123', '6118000010050']],
    ['a doctor’s letter', [dr, 'Cher confrère, je vous adresse ce patient']],
    ['a leaflet', ['Prendre ce médicament', use]],
    [
      'a sentence that names a prescription',
      ['Ce document ne remplace pas une ordonnance de votre médecin', 'Bon rétablissement'],
    ],
    ['titled as both, with nothing to take', ['ORDONNANCE', 'CERTIFICAT', dr]],
    ['titled as both', ['ORDONNANCE', 'FACTURE', dr, use]],
    ['a prescription under a pharmacy’s head', ['Pharmacie du Port', 'ORDONNANCE', dr, use]],
  ])('that anybody can tell where it is %s', (_, lines) => {
    expect(kindOf(lines)).toBe('unknown');
  });
});
