import { Patterns } from '../plot/patterns.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { CostSection } from './cost-section.tsx';
import { DurationsSection } from './durations-section.tsx';
import { OrdersSection } from './orders-section.tsx';
import { PayeesSection } from './payees-section.tsx';
import { QueueSection } from './queue-section.tsx';
import { ReasonsSection } from './reasons-section.tsx';
import { RegistrationsSection } from './registrations-section.tsx';
import { ReviewersSection } from './reviewers-section.tsx';
import { SchemesSection } from './schemes-section.tsx';
import type { SectionProps } from './section-props.ts';
import { StraightThroughSection } from './straight-through-section.tsx';
import { VolumesSection } from './volumes-section.tsx';

const REFERRED = ['referred'] as const;
const REJECTED = ['rejected', 'partly-approved', 'incomplete'] as const;
const QUARANTINED = ['quarantined'] as const;

/** Everything that has a chart: loaded after the page, for the library of charts is larger than all the rest. */
export function AllSections({ figures, period }: SectionProps) {
  return (
    <>
      <Patterns />
      <VolumesSection figures={figures} period={period} />
      <ChannelsSection figures={figures} period={period} />
      <SchemesSection figures={figures} period={period} />
      <PayeesSection figures={figures} period={period} />
      <DurationsSection figures={figures} period={period} until="toDecision" />
      <DurationsSection figures={figures} period={period} until="toMoney" />
      <OrdersSection figures={figures} period={period} />
      <StraightThroughSection figures={figures} period={period} />
      <ReasonsSection figures={figures} period={period} name="referred" outcomes={REFERRED} />
      <ReasonsSection figures={figures} period={period} name="rejected" outcomes={REJECTED} />
      <ReasonsSection figures={figures} period={period} name="refusedFiles" outcomes={QUARANTINED} />
      <QueueSection figures={figures} period={period} />
      <ReviewersSection figures={figures} period={period} />
      <CostSection figures={figures} period={period} />
      <RegistrationsSection figures={figures} period={period} />
    </>
  );
}
