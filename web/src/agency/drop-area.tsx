import { Upload } from 'lucide-react';
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { mediaTypes } from '../../../contexts/intake/domain/media-type.ts';
import { Button } from '../ui/button.tsx';

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where scans are dropped, pasted or chosen, many at once. */
export function DropArea({ onFiles }: DropAreaProps) {
  const { t } = useTranslation('agency');
  return (
    <DropZone
      className="drop-area"
      onDrop={({ items }) =>
        void Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())).then(onFiles)
      }
    >
      <Upload aria-hidden size={36} strokeWidth={1.5} />
      <Text slot="label">{t('drop')}</Text>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={[...mediaTypes]}
        onSelect={(files) => onFiles([...(files ?? [])])}
      >
        <Button variant="primary">{t('choose')}</Button>
      </FileTrigger>
      <p className="hint">{t('kinds')}</p>
    </DropZone>
  );
}
