import type { ProblemDocument } from '@jiechuan/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../ui/text.ts';
import { sendFile } from './send-file.ts';

/** One file: picked, or dropped on the field. With script it shows how far the sending is. */
export function UploadForm({ problem }: { problem?: ProblemDocument }) {
  const { t } = useTranslation('imports');
  const { language } = useWords();
  const navigate = useNavigate();
  const [sent, setSent] = useState<number>();
  const [lost, setLost] = useState(false);
  const [refused, setRefused] = useState(problem);
  return (
    <form
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => {
        event.preventDefault();
        const file = new FormData(event.currentTarget).get('file');
        if (!(file instanceof File)) return;
        setRefused(undefined);
        setLost(false);
        setSent(0);
        void sendFile(file, language, setSent)
          .then((answer) => {
            if (answer.ok) return navigate(`/organisation/imports/${answer.value.id}`);
            return setRefused(answer.problem);
          })
          .catch(() => setLost(true))
          .finally(() => setSent(undefined));
      }}
    >
      <ProblemNote problem={refused} />
      {lost && (
        <p role="alert" className="mb-4 text-seal">
          {t('upload.lost')}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-4 border border-dashed border-field p-5">
        <TextField
          name="file"
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t('upload.file')}
          required
          className="grow"
        />
        <Button look="main" disabled={sent !== undefined}>
          {t('upload.go')}
        </Button>
      </div>
      {sent !== undefined && <Progress label={t('upload.sending')} value={sent} max={1} />}
    </form>
  );
}
