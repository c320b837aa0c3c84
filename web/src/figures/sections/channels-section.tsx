import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelFigures } from '../../../../contexts/reporting/api/figures.ts';
import { useFormats } from '../../i18n/formats.ts';
import { FigureSection } from '../figure-section.tsx';
import { numberColumn } from '../number-column.ts';
import { Chart } from '../plot/chart.tsx';
import { Legend } from '../plot/legend.tsx';
import { rowsOfBars } from '../plot/rows-of-bars.ts';
import { useSchemeLabel } from '../use-scheme-label.ts';
import type { SectionProps } from './section-props.ts';

/** The table has all channels, the chart the largest ones. */
const MOST_DRAWN = 12;

const claimsOf = ({ claims }: ChannelFigures): number => claims.reduce((sum, { count }) => sum + count, 0);

/** Claims of each channel, by scheme. */
export function ChannelsSection({ figures, period }: SectionProps) {
  const { t } = useTranslation('figures');
  const schemeLabel = useSchemeLabel();
  const { number } = useFormats();
  const channels = useMemo(
    () => figures.channels.toSorted((one, other) => claimsOf(other) - claimsOf(one)),
    [figures],
  );
  const schemes = useMemo(
    () => [...new Set(channels.flatMap(({ claims }) => claims.map(({ scheme }) => scheme)))],
    [channels],
  );
  const draw = useMemo(() => {
    const drawn = channels.slice(0, MOST_DRAWN).filter((channel) => claimsOf(channel) > 0);
    return rowsOfBars(
      drawn.flatMap(({ channelId, claims }) =>
        claims.map(({ scheme, count }) => ({ row: channelId, series: scheme, value: count })),
      ),
      schemes,
    );
  }, [channels, schemes]);
  return (
    <FigureSection
      title={t('channels.title')}
      summary={channels.length > MOST_DRAWN ? t('channels.largest', { count: MOST_DRAWN }) : undefined}
      definition={t('channels.definition')}
      period={period}
      chart={
        <>
          <Legend series={schemes.map(schemeLabel)} />
          <Chart label={t('channels.title')} draw={draw} />
        </>
      }
      columns={[
        {
          id: 'channel',
          header: t('channel'),
          isRowHeader: true,
          cell: ({ channelId }) => <bdi dir="ltr">{channelId}</bdi>,
          sortBy: ({ channelId }) => channelId,
          csv: ({ channelId }) => channelId,
        },
        numberColumn<ChannelFigures>('files', t('accepted'), (channel) => channel.filesAccepted, number),
        numberColumn<ChannelFigures>(
          'refused',
          t('refused'),
          (channel) => channel.filesDuplicate + channel.filesQuarantined,
          number,
        ),
        ...schemes.map((scheme) =>
          numberColumn<ChannelFigures>(
            scheme,
            schemeLabel(scheme),
            (channel: ChannelFigures) => channel.claims.find((one) => one.scheme === scheme)?.count ?? 0,
            number,
          ),
        ),
      ]}
      rows={channels}
      rowId={({ channelId }) => channelId}
    />
  );
}
