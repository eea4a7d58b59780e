import type { Gathering, MeetingSchedule } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../../ui/text.ts';
import { usePair } from './interpreting.tsx';

interface Shown {
  gathering: Gathering;
  schedule: MeetingSchedule;
}

/** Whether the next search is to heed interpreters, where a gathering has any: as the last one did. */
export function HeedField({ gathering, schedule }: Shown) {
  const { t } = useTranslation('gatherings');
  if (gathering.interpreters.length === 0) return null;
  const isHeeding = schedule.state === 'none' || schedule.heedsInterpreters;
  return (
    <SelectField
      key={String(isHeeding)}
      name="heedInterpreters"
      label={t('heed.label')}
      defaultValue={String(isHeeding)}
      options={[
        { value: 'true', label: t('heed.yes') },
        { value: 'false', label: t('heed.no') },
      ]}
    />
  );
}

/** Where interpreters were heeded and there is no schedule: how far they are the reason, and the way to one without. */
export function WithoutInterpreters({ schedule }: { schedule: MeetingSchedule }) {
  const { t } = useTranslation('gatherings');
  const { number } = useWords();
  const pair = usePair();
  if (schedule.state !== 'solved' || schedule.breaks !== null || !schedule.interpretersScarce) return null;
  const short = schedule.remedy?.interpreters ?? [];
  return (
    <Section title={t('heed.title')} note={t('heed.note')}>
      {short.length > 0 && (
        <ul className="mb-3">
          {short.map(({ languages, meetings, slots, room }) => {
            const said = languages.map(pair).join(t('heed.or'));
            return (
              <li key={said} className="measure py-0.5">
                {t('heed.short', {
                  languages: said,
                  meetings: number(meetings),
                  slots: number(slots),
                  room: number(room),
                })}
              </li>
            );
          })}
        </ul>
      )}
      <Form method="post">
        <input type="hidden" name="seconds" value="20" />
        <input type="hidden" name="heedInterpreters" value="false" />
        <Button name="act" value={schedule.standing > 0 ? 'again' : 'solve'}>
          {t('heed.seek')}
        </Button>
      </Form>
    </Section>
  );
}
