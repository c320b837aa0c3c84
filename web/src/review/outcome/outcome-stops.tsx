import { useTranslation } from 'react-i18next';
import type { DecisionPreview } from '../../../../contexts/review/api/review.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/values.tsx';
import { fieldKey } from '../field-order.ts';
import { findingTones } from '../findings/finding-list.tsx';
import { useReasonWords } from '../findings/reason-words.ts';
import { useWork } from '../work/review-work.ts';

/** What decides a claim against a payment, each with the fields to look at for it. */
export function OutcomeStops({ findings }: Pick<DecisionPreview, 'findings'>) {
  const { t } = useTranslation(['review', 'words']);
  const words = useReasonWords();
  const { fieldOf, goTo } = useWork();
  return (
    <ul className="outcome-stops">
      {findings.map(({ places, ...finding }) => (
        <li key={`${finding.kind} ${finding.code} ${finding.field ?? ''} ${finding.line ?? ''}`}>
          <Badge tone={findingTones[finding.kind]}>{t(`words:findingKind.${finding.kind}`)}</Badge>
          <span>{words.reason(finding.code)}</span>
          {finding.kind === 'doubt' && finding.liftedBy !== 'reader' && (
            <span className="outcome-lifted">{t(`outcome.liftedBy.${finding.liftedBy}`)}</span>
          )}
          <span className="outcome-places">
            {places
              .map((place) => ({ key: fieldKey(place), name: words.place(place) }))
              .filter(({ key }) => fieldOf(key) !== undefined)
              .map(({ key, name }) => (
                <Button key={key} size="small" variant="quiet" onPress={() => goTo(key)}>
                  {name}
                </Button>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
