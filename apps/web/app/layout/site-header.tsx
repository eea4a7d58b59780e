import type { OrganisationChoice } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link, NavLink } from 'react-router';
import { forgetPages } from '../features/gatherings/keep-page.ts';
import { keepsRelations } from '../features/network/keeps-relations.ts';
import { makesPlans } from '../features/plans/makes-plans.ts';
import { sendsGuests, keepsTours } from '../features/tours/keeps-tours.ts';
import { SearchBox } from '../features/search/search-box.tsx';
import type { Person } from '../platform/reader.ts';
import { useWords } from '../ui/text.ts';
import { SealMark } from '../ui/seal-mark.tsx';
import { ActingFor } from './acting-for.tsx';

const item =
  'block border-b-2 border-transparent py-1 hover:border-rule aria-[current=page]:border-seal aria-[current=page]:text-seal';

/** Name, search, the ways through the site; the same on every page. */
export function SiteHeader(props: {
  person: Person | null;
  /** The person's own; told where they have several. */
  organisations: OrganisationChoice[];
  /** How many introductions wait for the reader's organisation. */
  introductionsToAnswer: number;
}) {
  const { person, organisations, introductionsToAnswer } = props;
  const { t } = useTranslation();
  return (
    <header className="border-b border-rule bg-sheet print:hidden">
      <div className="sheet-width flex flex-wrap items-center gap-x-6 gap-y-3 py-3">
        <Link to="/" className="flex items-center gap-3">
          <SealMark className="h-14 w-auto" />
          <span className="leading-tight">
            <span className="block font-heading text-xl tracking-[0.12em]">{t('siteTitle')}</span>
            <span className="block text-xs text-faded">{t('siteMotto')}</span>
            <span className="sr-only">{t('homeLink')}</span>
          </span>
        </Link>
        <div className="order-last w-full grow md:order-none md:w-auto md:max-w-xl">
          {readsRecords(person) && <SearchBox />}
        </div>
        {person ? (
          <div className="ms-auto flex min-w-0 items-center gap-4 text-sm">
            <ActingFor organisations={organisations} />
            <Link to="/settings" className="link max-w-40 min-w-0 truncate">
              {person.name}
            </Link>
            <Form
              method="post"
              action="/sign-out"
              onSubmit={() => void forgetPages(null)}
              className="shrink-0"
            >
              <button className="link whitespace-nowrap">{t('nav.signOut')}</button>
            </Form>
          </div>
        ) : (
          <p className="ms-auto flex gap-4 text-sm">
            <Link to="/sign-in" className="link">
              {t('nav.signIn')}
            </Link>
            <Link to="/sign-up" className="link">
              {t('nav.signUp')}
            </Link>
          </p>
        )}
      </div>
      <nav aria-label={t('mainNavigation')} className="sheet-width">
        <Ways ways={ways(person)} />
        <Ways ways={deskWays(person, introductionsToAnswer)} own />
      </nav>
    </header>
  );
}

const readsRecords = (person: Person | null) => person?.role !== 'observer';

interface Way {
  to: string;
  key: string;
  /** How much waits there for an answer. */
  waiting?: number;
}

/** A row of ways; one's own beneath what all see, smaller. */
function Ways({ ways: some, own }: { ways: readonly Way[]; own?: boolean }) {
  const { t } = useTranslation();
  const { number } = useWords();
  if (some.length === 0) return null;
  return (
    <ul className={`-mb-px flex flex-wrap gap-x-6 ${own ? 'border-t border-rule text-sm' : ''}`}>
      {some.map(({ to, key, waiting }) => (
        <li key={to}>
          <NavLink to={to} end={to === '/organisation' || to === '/'} className={item}>
            {t(`nav.${key}`)}
            {waiting !== undefined && waiting > 0 && (
              <span className="ms-1.5 rounded-seal bg-seal px-1 text-xs text-on-seal tabular-nums">
                {t('nav.waiting', { number: number(waiting) })}
              </span>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** What everybody can look at; observers read totals, which are on the home page, and nothing that speaks of one member. */
const ways = (person: Person | null): Way[] =>
  readsRecords(person)
    ? [
        { to: '/products', key: 'products' },
        { to: '/members', key: 'members' },
        { to: '/markets', key: 'markets' },
        { to: '/resources', key: 'resources' },
        { to: '/freight', key: 'freight' },
        { to: '/charter', key: 'charter' },
        { to: '/board/signing', key: 'board' },
        { to: '/gatherings', key: 'gatherings' },
      ]
    : [
        { to: '/', key: 'totals' },
        { to: '/markets', key: 'markets' },
        { to: '/board/signing', key: 'board' },
        { to: '/gatherings', key: 'gatherings' },
      ];

/** Where this person works, by their role, in the order of the work: wanted, planned, known, shipped; then what is one's own. */
function deskWays(person: Person | null, introductionsToAnswer: number): Way[] {
  if (!person) return [];
  const desk: Way[] = [];
  if (makesPlans(person)) desk.push({ to: '/demands', key: 'demands' }, { to: '/plans', key: 'plans' });
  if (keepsRelations(person))
    desk.push(
      { to: '/network', key: 'network' },
      { to: '/introductions', key: 'introductions', waiting: introductionsToAnswer },
    );
  if (makesPlans(person) && person.role !== 'government') desk.push({ to: '/deals', key: 'deals' });
  if (keepsTours(person) || sendsGuests(person)) desk.push({ to: '/tours', key: 'tours' });
  if (person.role === 'council') desk.push({ to: '/papers', key: 'papers' });
  if (person.role !== 'observer' && person.role !== 'user') desk.push({ to: '/shipments', key: 'shipments' });
  if (person.organisationId && readsRecords(person)) desk.push({ to: '/questions', key: 'questions' });
  if (person.organisationId) desk.push({ to: '/organisation', key: 'organisation' });
  if (person.role === 'enterprise')
    desk.push(
      { to: '/organisation/products', key: 'myProducts' },
      { to: '/organisation/imports', key: 'imports' },
    );
  if (!person.organisationId) desk.push({ to: '/apply', key: 'apply' });
  if (person.role === 'secretariat') desk.push({ to: '/admissions', key: 'admissions' });
  return desk;
}
