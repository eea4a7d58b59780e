import type { OwnOrganisation, ProblemDocument, StateMove } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { Section } from '../../ui/section.tsx';
import { inLanguage, useWords } from '../../ui/text.ts';
import { AliasEditor } from './alias-editor.tsx';
import { ProfileFields } from './profile-fields.tsx';
import { ResourceEditor } from './resource-editor.tsx';

/** The organisation one acts for: its profile, what it lends, its other names, what became of it when. */
export function OwnOrganisationPage(props: {
  organisation: OwnOrganisation;
  history: StateMove[];
  problem?: ProblemDocument;
  /** Which form was refused. */
  act: string;
}) {
  const { t } = useTranslation(['members', 'words']);
  const { language, moment } = useWords();
  const { organisation, history, problem, act } = props;
  const name = inLanguage(organisation.names, language);
  const of = (form: string) => (act === form ? problem : undefined);
  return (
    <>
      <title>{t('members:own.title')}</title>
      <header className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <div>
          <p className="flex gap-1">
            <Badge tone="seal">{t(`members:state.${organisation.state}`)}</Badge>
            <Badge tone="celadon">{t(`words:kind.${organisation.kind}`)}</Badge>
          </p>
          <h1 className="mt-2 text-3xl">{t('members:own.title')}</h1>
          <p lang={name.lang} className="font-name text-xl">
            {name.text}
          </p>
        </div>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to="people">{t('members:own.people')}</ButtonLink>
          {organisation.state === 'admitted' && (
            <>
              <ButtonLink to="/network">{t('members:own.network')}</ButtonLink>
              <ButtonLink to="/introductions">{t('members:own.introductions')}</ButtonLink>
              <ButtonLink to={`/members/${organisation.id}`}>{t('members:own.asOthers')}</ButtonLink>
            </>
          )}
        </p>
      </header>
      <ProblemNote problem={problem} />
      <Section title={t('members:own.profileTitle')}>
        <Form method="post">
          <input type="hidden" name="act" value="profile" />
          <input type="hidden" name="version" value={organisation.version} />
          {/* Languages without a field here are kept as they are. */}
          {Object.entries(organisation.names)
            .filter(([tag]) => !['zh-CN', 'en', 'ru'].includes(tag))
            .map(([tag, text]) => (
              <input key={tag} type="hidden" name={`names.${tag}`} value={text} />
            ))}
          <ProfileFields values={organisation} problem={of('profile')} />
          <Button look="main" className="mt-5">
            {t('members:own.save')}
          </Button>
        </Form>
      </Section>
      <Section title={t('members:own.logoTitle')} note={t('members:own.logoNote')}>
        <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="act" value="logo" />
          {organisation.logoFileId && (
            <img
              src={fileUrl(organisation.logoFileId, 320)}
              alt={t('members:own.logoNow')}
              width="64"
              height="64"
              className="size-16 object-contain"
            />
          )}
          <TextField
            name="logo"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            label={t('members:own.logoFile')}
            required
          />
          <Button>{t('members:own.upload')}</Button>
        </Form>
      </Section>
      <Section title={t('members:page.resourcesTitle')} note={t('members:own.resourcesNote')}>
        <ResourceEditor resources={organisation.resources} problem={of('addResource')} />
      </Section>
      <Section title={t('members:page.aliasesTitle')} note={t('members:own.aliasesNote')}>
        <AliasEditor aliases={organisation.aliases} problem={of('addAlias')} />
      </Section>
      <Section title={t('members:own.historyTitle')}>
        <ol className="space-y-2">
          {history.map((move) => (
            <li key={move.id} className="border-s-2 border-celadon ps-4">
              <p className="text-sm text-faded">
                <time dateTime={move.at}>{moment(move.at)}</time>
                {move.personName && ` · ${move.personName}`}
              </p>
              <p className="font-medium">{t(`members:state.${move.to}`)}</p>
              <p className="text-sm">{move.reason}</p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
