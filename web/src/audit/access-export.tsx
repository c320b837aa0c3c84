import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_ACCESSES } from '../../../contexts/staff/domain/access-limits.ts';
import { client } from '../api/client.ts';
import { useFormats } from '../i18n/formats.ts';
import { Button } from '../ui/button.tsx';
import { saveCsv } from '../ui/csv/save-csv.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { Notice, ProblemNotice } from '../ui/states.tsx';
import type { AccessQuery } from './audit-query.ts';
import { useAccessWords } from './use-access-words.ts';

/** Saves the newest records of a question for a spreadsheet, and says on the page and in the file where there are more. */
export function AccessExport({ asked }: { readonly asked: AccessQuery }) {
  const { t } = useTranslation('audit');
  const { locale } = useLanguage();
  const { shortDate, time } = useFormats();
  const { operationOf, subjectOf, detailsOf } = useAccessWords();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [saved, setSaved] = useState<{ readonly count: number; readonly isMore: boolean }>();

  const save = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    const { data, error } = await client.POST('/api/console/accesses', {
      body: { ...asked, limit: MOST_ACCESSES },
    });
    setPending(false);
    if (data === undefined) {
      setProblem(error);
      return;
    }
    const count = data.records.length;
    const isMore = data.nextCursor !== undefined || data.hasOlderClaims === true;
    await saveCsv([t('fileName')], locale, {
      headers: [t('at'), t('who'), t('what'), t('subject'), t('number'), t('details')],
      rows: [
        ...data.records.map((record) => {
          const { kind, id = '' } = subjectOf(record.subject);
          const details = detailsOf(record).join(' ; ');
          return [
            `${shortDate(record.at)} ${time(record.at)}`,
            record.actor,
            operationOf(record.operation),
            kind,
            id,
            details,
          ];
        }),
        ...(isMore ? [[t('savedMore', { count })]] : []),
      ],
    });
    setSaved({ count, isMore });
  };

  return (
    <div className="stack no-print">
      <div>
        <Button isPending={isPending} onPress={() => void save()}>
          <Download aria-hidden size={18} />
          {t('export', { most: MOST_ACCESSES })}
        </Button>
      </div>
      <div aria-live="polite">
        {problem !== undefined && <ProblemNotice problem={problem} />}
        {saved !== undefined && (
          <Notice tone={saved.isMore ? 'warning' : 'success'}>
            {t(saved.isMore ? 'savedMore' : 'savedAll', { count: saved.count })}
          </Notice>
        )}
      </div>
    </div>
  );
}
