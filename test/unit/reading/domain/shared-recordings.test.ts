import { existsSync, readFileSync, readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { textractAnswerSchema, toOcrDocument } from '../../../../contexts/reading/records/textract-blocks.ts';
import { findLabels } from '../../../../contexts/reading/domain/label-anchors.ts';
import { compileLexicon } from '../../../../contexts/reading/domain/phrase-matching.ts';
import type { LabelEntry } from '../../../../contexts/reading/domain/label-lexicon/label-entry.ts';
import type { OcrDocument } from '../../../../contexts/reading/domain/ocr-document.ts';
import { framePage } from '../../../../contexts/reading/domain/page-frame.ts';
import { readCareForms } from '../../../../contexts/reading/domain/read-care-forms.ts';
import { assignValues } from '../../../../contexts/reading/domain/value-assignment.ts';
import { findSegments } from '../../../../contexts/reading/domain/value-segments.ts';
import { groupRows } from '../../../../contexts/reading/domain/visual-rows.ts';
import { scoreFields, summariseScores, truthFieldsSchema } from '../../../support/field-accuracy.ts';
import { scanTruthSchema, truthDocument } from '../../../support/scan-truth.ts';

/** Beside the repository where the team works; absent in a clone, and then these tests have nothing to read. */
const data = new URL('../../../../../shared/data/', import.meta.url);
const isHere = existsSync(data);

const load = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'));
const recorded = (name: string): OcrDocument =>
  toOcrDocument([textractAnswerSchema.parse(load(`textract/${name}`))]);

describe.skipIf(!isHere)(
  'answers recorded from Amazon Textract (skipped where ../shared/data is absent)',
  () => {
    it('hold no care form, whatever they are', () => {
      for (const name of readdirSync(new URL('textract/', data))) {
        const document = recorded(name);
        expect(readCareForms(document)).toMatchObject({
          forms: [],
          pageRoles: document.pages.map(() => 'other'),
        });
      }
    });

    /** The first words of each table row that are read on one row of the straightened page. */
    function rowsOf(name: string): readonly string[] {
      const frame = framePage(recorded(name).pages[0]!);
      return groupRows(frame.words, frame).map((row) => row.words.map((word) => word.text).join(' '));
    }

    it.each(['gib-90_degrees.json', 'gib-10_degrees.json', 'gib-minus_10_degrees.json'])(
      'are turned upright and straightened: %s',
      (name) => {
        const rows = rowsOf(name);
        expect(rows).toContainEqual(
          expect.stringMatching(/^Value 2\.3\.1 Value 2\.3\.2 Value 2\.3\.3 Value 2\.3\.4/),
        );
        expect(rows).toContain('Value 3.7.1 Value 3.7.2 Value 3.7.3');
      },
    );

    it('give the values of their labels, floating above the line or not', () => {
      const lexicon: readonly LabelEntry[] = [
        { name: 'givenName', phrases: ['first name'] },
        { name: 'familyName', phrases: ['last name'] },
        { name: 'birthDate', phrases: ['date of birth'] },
        { name: 'address', phrases: ['address'] },
        { name: 'city', phrases: ['city'] },
        {
          name: 'ignored',
          phrases: [
            'sex',
            'marital status',
            'email address',
            'state',
            'zip code',
            'phone',
            'relationship to patient',
          ],
        },
      ];
      const frame = framePage(recorded('patient_intake_form_sample.json').pages[0]!);
      const rows = groupRows(frame.words, frame);
      const labels = findLabels(rows, frame, compileLexicon(lexicon));
      const values = assignValues(labels, findSegments(rows, labels, frame), frame);
      const found = values.map(
        ({ label, value }) => `${label.name}: ${value.words.map((word) => word.text).join(' ')}`,
      );
      expect(found.sort()).toEqual([
        'address: 123 ANY STREET',
        'birthDate: 10/10/1982',
        'city: ANYTOWN',
        'familyName: DOE',
        'familyName: ROSALEZ',
        'familyName: SALAZAR',
        'givenName: ALEJANDRO',
        'givenName: CARLOS',
        'givenName: JANE',
      ]);
    });
  },
);

describe.skipIf(!isHere)('the words of the sample scans (skipped where ../shared/data is absent)', () => {
  it.each(['s1', 's2', 's3', 's4', 's5', 's6'])('of %s give every field but the boxes to tick', (id) => {
    const sample = load(`scans/${id}.json`);
    const truth = truthFieldsSchema.parse((sample as { fields: unknown }).fields);
    for (const splitCombs of [false, true]) {
      const { forms } = readCareForms(truthDocument(scanTruthSchema.parse(sample), splitCombs));
      expect(forms).toHaveLength(1);
      const scores = scoreFields(truth, forms[0]).filter((score) => score.class !== 'ticked');
      expect(scores.filter((score) => score.outcome !== 'right')).toEqual([]);
      expect(summariseScores(scores).rightButDoubted).toBe(0);
    }
  });
});
