import type { Deal, DealMessage, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, useSearchParams } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { errorAt } from '../../ui/problem-note.tsx';
import { useWords } from '../../ui/text.ts';

/** What both sides wrote, the oldest of a page first, and a box to write in. */
export function Messages(props: {
  deal: string;
  ours: Deal['ours'];
  messages: DealMessage[];
  /** Earlier ones are a page away. */
  nextCursor: string | null;
  problem?: ProblemDocument;
  /** What was typed and refused. */
  typed?: string;
}) {
  const { t } = useTranslation('deals');
  const { of, moment } = useWords();
  const [search] = useSearchParams();
  // Emptied by what oneself has sent; what the other side writes meanwhile takes nothing away.
  const sent = props.messages.find(({ side }) => side === props.ours)?.id;
  return (
    <>
      {props.nextCursor && (
        <p className="mb-2">
          <Link
            to={`?${new URLSearchParams({ before: props.nextCursor })}#messages`}
            className="link"
            preventScrollReset
          >
            {t('messages.earlier')}
          </Link>
        </p>
      )}
      {search.has('before') && (
        <p className="mb-2">
          <Link to="?#messages" className="link" preventScrollReset>
            {t('messages.newest')}
          </Link>
        </p>
      )}
      <ol aria-live="polite" className="border-t border-rule">
        {props.messages.toReversed().map((one) => (
          <li
            key={one.id}
            className={`border-b border-rule py-2.5 ${one.side === 'seller' ? 'border-s-4 border-s-celadon ps-3' : 'border-s-4 border-s-seal ps-3'}`}
          >
            <p className="text-sm text-faded">
              {[of(one.organisation.names), one.person, moment(one.at)].filter(Boolean).join(' · ')}
            </p>
            <p className="measure whitespace-pre-line">{one.text}</p>
            {one.files.length > 0 && (
              <ul className="mt-1 flex flex-wrap gap-x-4 text-sm">
                {one.files.map((file) => (
                  <li key={file.id}>
                    <a href={`/api/v1/deals/${props.deal}/files/${file.id}`} className="link">
                      {file.name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <Form method="post" encType="multipart/form-data" className="mt-4 grid max-w-2xl gap-3 print:hidden">
        <input type="hidden" name="act" value="write" />
        <TextArea
          key={sent}
          name="text"
          label={t('messages.write')}
          defaultValue={props.typed}
          error={errorAt(props.problem, 'text')}
          required
          maxLength={4000}
        />
        <TextField
          key={`files${sent}`}
          name="files"
          type="file"
          multiple
          label={t('messages.files')}
          hint={t('messages.filesHint')}
        />
        <p>
          <Button look="main">{t('messages.send')}</Button>
        </p>
      </Form>
    </>
  );
}
