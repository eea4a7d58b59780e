import type {
  listMembers,
  listProducts,
  MemberProfile,
  ProblemDocument,
  ResponseOf,
} from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { ProductLine } from '../catalogue/product-line.tsx';
import { useCountries } from '../../ui/countries.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fileUrl } from '../../ui/file-url.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { usePlaces } from '../../ui/places.ts';
import { Section } from '../../ui/section.tsx';
import { beside, inLanguage, useWords } from '../../ui/text.ts';
import { MemberLine } from './member-line.tsx';
import { ResourceLine } from './resource-line.tsx';

/** A member: who it is, what it sells and lends, whom to ask. */
export function MemberPage({
  member,
  products,
  affiliates,
  visitor,
  mayMeet,
  mayGuide,
  ours,
  problem,
}: {
  member: MemberProfile;
  /** The first few; null for whoever may not read products. */
  products: Pick<ResponseOf<typeof listProducts>, 'items' | 'total'> | null;
  /** Of an association, the first few it names as its own. */
  affiliates: Pick<ResponseOf<typeof listMembers>, 'items' | 'total'> | null;
  /** Nobody is signed in. */
  visitor: boolean;
  /** The reader acts for another admitted member. */
  mayMeet: boolean;
  /** The reader keeps tours, and may have this member as its guests. */
  mayGuide: boolean;
  /** What the reader's own association says of this member; null for who has none to speak for. */
  ours: boolean | null;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['members', 'words']);
  const words = useWords();
  const countries = useCountries();
  const place = usePlaces();
  const name = inLanguage(member.names, words.language);
  const second = beside(member.names, words.language);
  const about = inLanguage(member.descriptions, words.language);
  const where = [
    // A picked place is named in every language, a city only as somebody wrote it.
    member.place.code ? place(member.place.code) : member.place.city,
    countries.name(member.country),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <article>
      <title>{name.text}</title>
      {about.text && <meta name="description" content={about.text.slice(0, 160)} />}
      <header className="flex flex-wrap items-start gap-6 pb-6">
        {member.logoFileId && (
          <img
            src={fileUrl(member.logoFileId, 320)}
            alt=""
            width="72"
            height="72"
            className="size-18 object-contain"
          />
        )}
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap gap-1">
            <Badge tone="celadon">{t(`words:kind.${member.kind}`)}</Badge>
            {member.tags.map((tag) => (
              <Badge key={tag}>{t(`words:tag.${tag}`)}</Badge>
            ))}
            {member.demo && <Badge>{t('words:demo')}</Badge>}
          </p>
          <h1 lang={name.lang} className="mt-2 font-name text-3xl sm:text-4xl">
            {name.text}
          </h1>
          {second && (
            <p lang={second.lang} className="mt-1 font-name text-lg text-faded">
              {second.text}
            </p>
          )}
          <p className="mt-2 text-faded">{where}</p>
          {about.text && (
            <p lang={about.lang} className="measure mt-4 whitespace-pre-line">
              {about.text}
            </p>
          )}
        </div>
      </header>
      <ProblemNote problem={problem} />
      {mayMeet && (
        <p className="mb-6 flex flex-wrap gap-3 print:hidden">
          <ButtonLink to={`/introductions/new?organisation=${member.id}`}>
            {t('members:page.askIntroduction')}
          </ButtonLink>
          <ButtonLink to={`/network/new?organisation=${member.id}`}>
            {t('members:page.stateRelation')}
          </ButtonLink>
          {mayGuide && (
            <ButtonLink to={`/tours/new?guests=${member.id}`}>{t('members:page.planTour')}</ButtonLink>
          )}
        </p>
      )}
      {ours !== null && (
        <Form method="post" className="mb-6 print:hidden">
          <Button name="act" value={ours ? 'disown' : 'own'}>
            {ours ? t('members:page.notOurs') : t('members:page.isOurs')}
          </Button>
        </Form>
      )}
      <Section title={t('members:page.factsTitle')}>
        <Facts
          facts={[
            [t('members:page.creditCode'), member.creditCode],
            [t('members:page.registration'), member.registrationNumber],
            [t('members:page.founded'), member.foundedYear],
            [t('members:page.employees'), member.employees && words.number(member.employees)],
            [t('members:page.licence'), member.exportLicence],
            [t('members:page.languages'), words.list(member.languages.map(words.tongue))],
            [t('members:page.region'), words.list(member.region.map(countries.name))],
            [t('members:page.admitted'), member.admittedAt && words.day(member.admittedAt)],
            [
              t('members:page.website'),
              member.website && (
                <a href={member.website} rel="noopener nofollow external" className="link">
                  {member.website}
                </a>
              ),
            ],
          ]}
        />
      </Section>
      {affiliates && (
        <Section
          title={t('members:page.affiliatesTitle')}
          note={
            affiliates.total > 0 && (
              <Link to={`/members?association=${member.id}`} className="link">
                {t('members:page.allAffiliates', { count: affiliates.total })}
              </Link>
            )
          }
        >
          {affiliates.total === 0 ? (
            <p className="text-faded">{t('members:page.noAffiliates')}</p>
          ) : (
            <ul className="border-t border-ink">
              {affiliates.items.map((one) => (
                <MemberLine key={one.id} member={one} />
              ))}
            </ul>
          )}
        </Section>
      )}
      {products && products.total > 0 && (
        <Section
          title={t('members:page.productsTitle')}
          note={
            <Link to={`/products?organisation=${member.id}`} className="link">
              {t('members:page.allProducts', { count: products.total })}
            </Link>
          }
        >
          <ul className="border-t border-ink">
            {products.items.map((product) => (
              <ProductLine key={product.id} product={product} />
            ))}
          </ul>
        </Section>
      )}
      {member.resources.length > 0 && (
        <Section title={t('members:page.resourcesTitle')}>
          <ul className="border-t border-ink">
            {member.resources.map((resource) => (
              <ResourceLine key={resource.id} resource={resource} />
            ))}
          </ul>
        </Section>
      )}
      {member.aliases.length > 0 && (
        <Section title={t('members:page.aliasesTitle')}>
          <ul className="space-y-2">
            {member.aliases.map((alias) => (
              <li key={alias.id}>
                <span lang={alias.language ?? undefined}>{alias.text}</span>
                {alias.source && <span className="text-sm text-faded"> — {alias.source}</span>}
                {alias.quote && (
                  <blockquote className="border-s-2 border-rule ps-3 text-sm">{alias.quote}</blockquote>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {member.associations.length > 0 && (
        <Section title={t('members:page.associationsTitle')}>
          <ul className="border-t border-ink">
            {member.associations.map((one) => (
              <MemberLine key={one.id} member={one} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('members:page.contactTitle')}>
        {member.contact ? (
          <Facts
            facts={[
              [t('members:page.person'), member.contact.person],
              [
                t('members:page.email'),
                <a key="email" href={`mailto:${member.contact.email}`} className="link">
                  {member.contact.email}
                </a>,
              ],
              [t('members:page.phone'), member.contact.phone],
            ]}
          />
        ) : (
          <>
            <p className="text-faded">{t('members:page.contactHidden')}</p>
            {visitor && (
              <p className="mt-2">
                <Link
                  to={`/sign-in?${new URLSearchParams({ next: `/members/${member.id}` })}`}
                  className="link"
                >
                  {t('members:page.contactSignIn')}
                </Link>
              </p>
            )}
          </>
        )}
      </Section>
    </article>
  );
}
