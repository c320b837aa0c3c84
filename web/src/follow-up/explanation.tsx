import { useTranslation } from 'react-i18next';
import type { Explanation as Explained } from '../../../contexts/follow-up/api/follow-up.ts';
import { Section } from '../ui/page.tsx';
import { Notice } from '../ui/states.tsx';
import { Facts, Money, Reference } from '../ui/values.tsx';
import { ExplainedLine } from './explained-line.tsx';
import { Findings } from './findings.tsx';

/** What was decided, and how each amount came about. */
export function Explanation({ explanation }: { readonly explanation: Explained }) {
  const { t } = useTranslation('follow-up');
  return (
    <Section title={t('decision')}>
      <Facts
        facts={[
          [t('outcome'), t(`outcomes.${explanation.outcome}`)],
          [t('billed'), <Money key="billed" centimes={explanation.billedCentimes} />],
          [t('paid'), <Money key="paid" centimes={explanation.paidCentimes} />],
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
