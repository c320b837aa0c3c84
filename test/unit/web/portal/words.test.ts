import { describe, expect, it } from 'vitest';
import {
  claimPlaces,
  evidenceKinds,
  heldReasons,
  requestRefusals,
  requestStates,
} from '../../../../contexts/portal/api/portal.ts';
import { plainReasonOf, reasonCodes } from '../../../../contexts/messaging/domain/plain-reasons.ts';
import arabic from '../../../../web/src/portal/ar.json' with { type: 'json' };
import french from '../../../../web/src/portal/fr.json' with { type: 'json' };

describe.each([
  ['fr', french],
  ['ar', arabic],
])('the words of the portal (%s)', (_language, words) => {
  it('say every reason that a person can be given', () => {
    expect(new Set(Object.keys(words.reason))).toEqual(new Set(reasonCodes.map(plainReasonOf)));
  });

  it('name every state that the API answers', () => {
    expect(Object.keys(words.place)).toEqual([...claimPlaces]);
    expect(Object.keys(words.held)).toEqual([...heldReasons]);
    expect(Object.keys(words.requestState)).toEqual([...requestStates]);
    expect(Object.keys(words.refusal)).toEqual([...requestRefusals]);
    expect(Object.keys(words.evidence)).toEqual([...evidenceKinds]);
  });
});
