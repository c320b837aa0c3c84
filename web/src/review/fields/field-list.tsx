import './fields.css';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/values.tsx';
import { shortcuts } from '../keyboard.ts';
import { BoxesSum, isMedicineLine, MedicinesTotal } from '../medicines/medicine-sums.tsx';
import { useWork } from '../work/review-work.ts';
import { EvidenceLegend } from './evidence-legend.tsx';
import { FieldRow } from './field-row.tsx';

interface FieldListProps {
  readonly onRemoveLine: (line: number) => void;
}

/** All fields of the claim, what has to be looked at first. */
export function FieldList({ onRemoveLine }: FieldListProps) {
  const { t } = useTranslation('review');
  const work = useWork();
  const { review, sections, fieldOf, isEditable, isPaid, addLine, addBox } = work;
  return (
    <>
      {sections.map(({ kind, line, keys }) => (
        <section key={`${kind}@${line ?? ''}`} className={`field-section ${kind}`}>
          <div className="field-section-head">
            <h2>
              {t(isMedicineLine(work, line) ? 'section.medicine' : `section.${kind}`, {
                number: (line ?? 0) + 1,
              })}
            </h2>
            {isMedicineLine(work, line) && line !== undefined && <BoxesSum line={line} />}
            {kind === 'pharmacy' && <MedicinesTotal />}
            {isPaid(line) && <Badge tone="success">{t('paidFirst.line')}</Badge>}
            {line !== undefined && isEditable && !isPaid(line) && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('removeLine', { number: line + 1 })}
                onPress={() => onRemoveLine(line)}
              >
                <Trash2 aria-hidden size={18} />
              </Button>
            )}
          </div>
          <div className="field-rows">
            {keys.map((key) => {
              const field = fieldOf(key);
              return (
                field !== undefined && <FieldRow key={key} field={field} namesLine={kind === 'to-check'} />
              );
            })}
          </div>
        </section>
      ))}
      {isEditable && (
        <div className="button-row">
          <Button size="small" onPress={addLine}>
            {t('addLine')} <kbd>{shortcuts.addLine.shown.join('+')}</kbd>
          </Button>
          <Button size="small" onPress={addBox}>
            {t('addBox')} <kbd>{shortcuts.addBox.shown.join('+')}</kbd>
          </Button>
        </div>
      )}
      {review.fields.some(({ evidence }) => evidence.length > 0) && <EvidenceLegend />}
    </>
  );
}
