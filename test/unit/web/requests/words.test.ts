import { expect, it } from 'vitest';
import { evidenceKinds, requestRefusals } from '../../../../contexts/portal/api/portal.ts';
import arabic from '../../../../web/src/requests/ar.json' with { type: 'json' };
import french from '../../../../web/src/requests/fr.json' with { type: 'json' };

it.each([
  ['French', french],
  ['Arabic', arabic],
])('has words in %s for each document and each reason to refuse', (_language, words) => {
  expect(Object.keys(words.kinds)).toEqual([...evidenceKinds]);
  expect(Object.keys(words.refusals)).toEqual([...requestRefusals]);
});
