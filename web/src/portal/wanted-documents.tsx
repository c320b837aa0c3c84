import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Camera, CircleCheck, Paperclip, Send, X } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { api, client } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Button } from '../ui/button.tsx';
import { Notice, ProblemNotice } from '../ui/states.tsx';
import { announce } from '../ui/toast.tsx';
import { Moment } from '../ui/values.tsx';
import { evidenceTypes, uploadEvidence } from './upload-evidence.ts';

type Wanted = components['schemas']['WantedDocument'];

export const areAllSent = (documents: readonly Wanted[] = []): boolean =>
  documents.length > 0 && documents.every(({ sentAt }) => sentAt !== undefined);

interface WantedDocumentsProps {
  readonly claimId: string;
  readonly documents: readonly Wanted[];
}

/** Documents that a claim waits for: what was sent of them, and a way to photograph the others. */
export function WantedDocuments({ claimId, documents }: WantedDocumentsProps) {
  const { t } = useTranslation('portal');
  const sent = documents.filter(({ sentAt }) => sentAt !== undefined).length;
  const isAll = areAllSent(documents);
  return (
    <>
      <ul className="portal-wanted">
        {documents.map((wanted) => (
          <WantedDocument key={wanted.kind} claimId={claimId} wanted={wanted} isOver={isAll} />
        ))}
      </ul>
      {isAll ? (
        <Notice tone="success" title={t('send.all')}>
          <p>{t('send.allText')}</p>
        </Notice>
      ) : (
        <>
          {sent > 0 && <Notice tone="info">{t('send.partly', { sent, count: documents.length })}</Notice>}
          <p className="portal-soft">{t('claim.sendHow')}</p>
          <p className="portal-soft">{t('send.hint')}</p>
        </>
      )}
    </>
  );
}

interface WantedDocumentProps {
  readonly claimId: string;
  readonly wanted: Wanted;
  /** Nothing more is to be sent. */
  readonly isOver: boolean;
}

/** A page that was photographed, with the id under which it was uploaded, once it was: sending again uploads nothing twice. */
interface Photo {
  readonly file: File;
  documentId?: string;
}

function WantedDocument({ claimId, wanted: { kind, sentAt }, isOver }: WantedDocumentProps) {
  const { t } = useTranslation(['portal', 'words']);
  const queries = useQueryClient();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const document = t(`words:document.${kind}`);
  const add = (files: FileList | null): void =>
    setPhotos((before) => [...before, ...[...(files ?? [])].map((file) => ({ file }))]);
  const send = useMutation({
    mutationFn: async () => {
      const documents = [];
      for (const photo of photos) {
        photo.documentId ??= await uploadEvidence(photo.file, kind);
        documents.push({ documentId: photo.documentId, kind });
      }
      const { error } = await client.POST('/api/portal/claims/{claimId}/documents', {
        params: { path: { claimId } },
        body: { documents },
      });
      if (error !== undefined) throw error;
    },
    onSuccess: async () => {
      setPhotos([]);
      announce(t('send.done'));
      const { queryKey } = api.queryOptions('get', '/api/portal/claims/{claimId}', {
        params: { path: { claimId } },
      });
      await queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <li>
      <p>{t(`wanted.${kind}`)}</p>
      {sentAt !== undefined && (
        <p className="portal-sent">
          <CircleCheck aria-hidden size={20} />
          {t('send.sentOn')} <Moment iso={sentAt} />
        </p>
      )}
      {send.error && <ProblemNotice problem={send.error} area="portal" />}
      {photos.length > 0 && (
        <ul className="portal-photos">
          {photos.map((photo, index) => (
            <li key={`${index} ${photo.file.name}`}>
              <bdi>{photo.file.name}</bdi>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('send.remove', { name: photo.file.name })}
                isDisabled={send.isPending}
                onPress={() => setPhotos((before) => before.filter((one) => one !== photo))}
              >
                <X aria-hidden size={16} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!isOver && (
        <div className="button-row">
          <span className="portal-camera">
            <FileTrigger
              acceptedFileTypes={['image/jpeg', 'image/png']}
              defaultCamera="environment"
              onSelect={add}
            >
              <Button aria-label={t('send.photographOf', { document })} isDisabled={send.isPending}>
                <Camera aria-hidden size={20} />
                {t('send.photograph')}
              </Button>
            </FileTrigger>
          </span>
          <FileTrigger acceptedFileTypes={evidenceTypes} allowsMultiple onSelect={add}>
            <Button
              aria-label={t(sentAt === undefined ? 'send.chooseOf' : 'send.moreOf', { document })}
              isDisabled={send.isPending}
            >
              <Paperclip aria-hidden size={20} />
              {t(sentAt === undefined ? 'send.choose' : 'send.more')}
            </Button>
          </FileTrigger>
          {photos.length > 0 && (
            <Button variant="primary" isPending={send.isPending} onPress={() => send.mutate()}>
              <Send aria-hidden size={20} />
              {t('send.send', { count: photos.length })}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
