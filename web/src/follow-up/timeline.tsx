import { Banknote, Eye, FileText, Landmark, MessageSquare, Scale, UserCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../contexts/follow-up/api/follow-up.ts';
import { Day, Moment, Reference } from '../ui/values.tsx';
import { useTimelineWords } from './timeline-words.ts';

const icons = {
  file: FileText,
  claim: Scale,
  review: UserCheck,
  payment: Banknote,
  bank: Landmark,
  message: MessageSquare,
  access: Eye,
} as const;

/** The story of a claim, oldest first. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation('follow-up');
  const words = useTimelineWords();
  return (
    <ol className="timeline">
      {entries.map((entry, index) => {
        const Icon = icons[entry.source];
        return (
          // Two things may happen in one instant: their order is what tells them apart.
          <li key={`${index} ${entry.at} ${entry.what}`} className={entry.source}>
            <Icon aria-hidden size={18} />
            <div>
              <p className="timeline-what">
                <span className="visually-hidden">{`${t(`source.${entry.source}`)} : `}</span>
                {words.what(entry)}
              </p>
              <p className="timeline-when">
                {entry.at.length === 10 ? <Day iso={entry.at} /> : <Moment iso={entry.at} />}
                {entry.by !== undefined && entry.what !== 'document-sent' && (
                  <>
                    {' · '}
                    <Reference>{entry.by}</Reference>
                  </>
                )}
              </p>
              {words.details(entry).map((detail) => (
                <p key={detail}>
                  <bdi>{detail}</bdi>
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
