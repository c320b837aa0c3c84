import { useTranslation } from 'react-i18next';
import type {
  ExplainedLine as ExplainedLineView,
  Explanation as Explained,
} from '../../../contexts/follow-up/api/follow-up.ts';
import { useFormats } from '../i18n/formats.ts';
import { Section } from '../ui/page.tsx';
import { Notice } from '../ui/states.tsx';
import { Facts, Money, Reference } from '../ui/values.tsx';
import { ExplainedLine } from './explained-line.tsx';
import { Findings } from './findings.tsx';

const sumOf = (lines: readonly ExplainedLineView[], amount: 'paidCentimes' | 'billedCentimes'): number =>
  lines.reduce((sum, line) => sum + (line[amount] ?? 0), 0);

/** What was decided, and how each amount came about. */
export function Explanation({ explanation }: { readonly explanation: Explained }) {
  const { t } = useTranslation('follow-up');
  const { money } = useFormats();
  const medicines = explanation.lines.filter(({ kind }) => kind === 'medicine');
  const acts = explanation.lines.filter(({ kind }) => kind !== 'medicine');
  const totalOf = (lines: readonly ExplainedLineView[]) =>
    t('totalOf', {
      paid: money(sumOf(lines, 'paidCentimes')),
      billed: money(sumOf(lines, 'billedCentimes')),
    });
  return (
    <Section title={t('decision')}>
      <Facts
        facts={[
          [t('outcome'), t(`outcomes.${explanation.outcome}`)],
          [t('billed'), <Money key="billed" centimes={explanation.billedCentimes} />],
          [t('paid'), <Money key="paid" centimes={explanation.paidCentimes} />],
          [t('actsTotal'), medicines.length > 0 && acts.length > 0 && totalOf(acts)],
          [t('medicinesTotal'), medicines.length > 0 && totalOf(medicines)],
          [t('rules'), <Reference key="rules">{explanation.ruleBookVersion}</Reference>],
        ]}
      />
      {explanation.isOlderRuleBook && <Notice tone="info">{t('olderRules')}</Notice>}
      <Findings findings={explanation.findings} />
      <ol className="explained-lines">
        {explanation.lines.map((line) => (
          <ExplainedLine key={line.line} line={line} />
        ))}
      </ol>
    </Section>
  );
}
