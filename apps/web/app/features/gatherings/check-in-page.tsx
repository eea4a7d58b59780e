import type { checkIn, Gathering, ResponseOf, Scan, Scanned } from '@jiechuan/contract';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { useWords } from '../../ui/text.ts';
import { GatheringHead } from './gathering-head.tsx';
import { keepPage } from './keep-page.ts';
import { scanQueue } from './scan-queue.ts';
import { codeReader, useCamera } from './use-camera.ts';

const tone = { in: 'celadon', again: 'plain', unknown: 'seal' } as const;
const mostShown = 30;

/** UUIDv7 (RFC 9562), also where the page is not on HTTPS, as in a hall's own network. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(Date.now() / 2 ** 16));
  new DataView(bytes.buffer).setUint16(4, Date.now() % 2 ** 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** At the door: badges by camera, by a hand-held reader or typed; without a connection they wait and are sent later. */
export function CheckInPage({
  gathering,
  reader,
}: {
  gathering: Gathering;
  /** Whose page it is: kept for nobody else. */
  reader: string;
}) {
  const { t } = useTranslation('gatherings');
  const { of, clockIn, number } = useWords();
  const queue = useMemo(
    () => (typeof localStorage === 'undefined' ? null : scanQueue(gathering.id, localStorage)),
    [gathering.id],
  );
  const [answers, setAnswers] = useState<Scanned[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [checkedIn, setCheckedIn] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  const [kept, setKept] = useState<boolean | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const send = async (scans: Scan[]): Promise<Scanned[] | null> => {
    const answer = await fetch(`/api/v1/gatherings/${gathering.id}/check-ins`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scans }),
    });
    // Beyond this the server is there and will not have them: signed out, perhaps.
    if (answer.status >= 500) throw new Error(String(answer.status));
    setRefused(!answer.ok);
    if (!answer.ok) return null;
    const told = (await answer.json()) as ResponseOf<typeof checkIn>;
    setCheckedIn(told.checkedIn);
    return told.scans;
  };
  const flush = async () => {
    if (!queue) return;
    try {
      const told = await queue.flush(send);
      setAnswers((known) => [...told.toReversed(), ...known].slice(0, mostShown));
    } catch {
      // Tried again once there is a connection, and in any case in a while.
    }
    setWaiting(queue.waiting().length);
  };
  const take = (code: string) => {
    if (!queue || code.trim() === '') return;
    queue.add({ id: newId(), code: code.trim().slice(0, 100), scannedAt: new Date().toISOString() });
    setWaiting(queue.waiting().length);
    void flush();
  };
  const camera = useCamera(take);

  useEffect(() => {
    const again = () => void flush();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, 15_000);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one timer for one queue
  }, [queue]);

  useEffect(() => {
    // What reads codes is kept with the page, so it comes first.
    void codeReader()
      .catch(() => {})
      .then(() => keepPage(reader, `/gatherings/${gathering.id}/check-in`))
      .then(setKept);
  }, [reader, gathering.id]);

  return (
    <article>
      <GatheringHead gathering={gathering} title={t('checkIn.title')} />
      <p className="measure text-faded">{t('checkIn.about')}</p>
      {/* A line of its own height from the beginning, so that nothing jumps. */}
      <p role="status" className="measure mb-4 min-h-6 text-faded">
        {kept !== null && (kept ? t('checkIn.kept') : t('checkIn.notKept'))}
      </p>
      {gathering.matchmaking && (
        <p className="mb-4">
          <Link to={`/gatherings/${gathering.id}/attendance?show=missing`} className="link">
            {t('attendance.show.missing')}
          </Link>
        </p>
      )}
      <form
        className="grid max-w-xl items-end gap-3 sm:grid-cols-[1fr_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          take(field.current?.value ?? '');
          if (field.current) field.current.value = '';
        }}
      >
        <CodeField label={t('checkIn.code')} hint={t('checkIn.codeHint')} field={field} />
        <Button look="main" className="sm:mb-5">
          {t('checkIn.enter')}
        </Button>
      </form>
      {camera.ready && (
        <div className="mt-4">
          <Button type="button" onClick={camera.on ? camera.stop : () => void camera.start()}>
            {camera.on ? t('checkIn.cameraOff') : t('checkIn.cameraOn')}
          </Button>
          <video
            ref={camera.video}
            muted
            playsInline
            hidden={!camera.on}
            aria-label={t('checkIn.camera')}
            className="mt-3 w-full max-w-sm border border-ink"
          />
          {camera.refused && (
            <p role="alert" className="mt-2 text-seal">
              {t('checkIn.cameraRefused')}
            </p>
          )}
        </div>
      )}
      <p role="status" className="mt-5 flex flex-wrap gap-x-5 gap-y-2 tabular-nums">
        {checkedIn !== null && <span>{t('checkIn.count', { number: number(checkedIn) })}</span>}
        <span className={waiting > 0 ? 'text-seal' : 'text-faded'}>
          {waiting > 0 ? t('checkIn.waiting', { number: number(waiting) }) : t('checkIn.sent')}
        </span>
      </p>
      {refused && (
        <p role="alert" className="mt-2 text-seal">
          {t('checkIn.refused')}
        </p>
      )}
      <ul className="mt-3 max-w-xl" aria-live="polite">
        {answers.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-2 border-b border-rule py-2"
          >
            <Badge tone={tone[one.outcome]}>{t(`checkIn.outcome.${one.outcome}`)}</Badge>
            {one.person !== null && <span className="text-lg">{one.person}</span>}
            {one.organisation && <span className="font-name text-faded">{of(one.organisation)}</span>}
            {one.at && (
              <time dateTime={one.at} className="text-sm text-faded tabular-nums">
                {clockIn(one.at, gathering.zone)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}

function CodeField({
  label,
  hint,
  field,
}: {
  label: string;
  hint: string;
  field: React.RefObject<HTMLInputElement | null>;
}) {
  return (
    <TextField
      ref={field}
      name="code"
      label={label}
      hint={hint}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={100}
    />
  );
}
