import type { ResponseOf, searchAll } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { partsOf } from '../../ui/marked.tsx';
import { Section } from '../../ui/section.tsx';
import { SpellingNote } from '../../ui/spelling-note.tsx';
import { ProductLine } from '../catalogue/product-line.tsx';
import { MemberLine } from '../members/member-line.tsx';
import { ResourceLine } from '../members/resource-line.tsx';

type Found = ResponseOf<typeof searchAll>;

/** As much as the box takes and the search reads. */
export const longestQuestion = 200;

/** Words that show in how many ways one can ask; each finds something in the vocabulary of the alliance. */
const examples = ['豆瓣', 'doubanjiang', 'dbj', 'дубаньцзян', 'lemon', '2103.90', 'chilled, Budapest'];

/** One answer over products, members and resources: the best of each, how many there are, the way to all. */
export function SearchPage({ q, found }: { q: string; found: Found | null }) {
  const { t } = useTranslation('search');
  const total = found ? found.products.total + found.members.total + found.resources.total : 0;
  return (
    <>
      <title>{q === '' || q.length > longestQuestion ? t('title') : t('titleOf', { q })}</title>
      <h1 className="mb-5 text-3xl">
        {t('title')}
        {q !== '' && q.length <= longestQuestion && <span className="ms-3 font-name text-seal">{q}</span>}
      </h1>
      {found && total > 0 ? <Answer q={q} found={found} /> : <NothingFound q={q} />}
    </>
  );
}

function Answer({ q, found: { products, members, resources } }: { q: string; found: Found }) {
  const { t } = useTranslation('search');
  const parts = (text: string) => partsOf(text, q);
  // Products of another spelling stand below members and resources of the very words.
  const guessed = products.spelling !== null && members.total + resources.total > 0;
  const goods = (
    <>
      {products.spelling && products.total > 0 && <SpellingNote q={q} spelling={products.spelling} />}
      <Group
        id="products"
        title={t('products.title')}
        count={
          products.totalIsLowerBound
            ? t('products.atLeast', { count: products.total })
            : t('products.count', { count: products.total })
        }
        total={products.total}
        all={{ to: `/products?${new URLSearchParams({ q })}`, words: t('products.all') }}
      >
        {products.items.map((product) => (
          <ProductLine key={product.id} product={product} />
        ))}
      </Group>
    </>
  );
  return (
    <>
      {!guessed && goods}
      <Group
        id="members"
        title={t('members.title')}
        count={t('members.count', { count: members.total })}
        total={members.total}
        all={{ to: `/members?${new URLSearchParams({ q })}`, words: t('members.all') }}
      >
        {members.items.map((member) => (
          <MemberLine key={member.id} member={member} parts={parts} />
        ))}
      </Group>
      <Group
        id="resources"
        title={t('resources.title')}
        count={t('resources.count', { count: resources.total })}
        total={resources.total}
        all={{ to: `/resources?${new URLSearchParams({ q })}`, words: t('resources.all') }}
      >
        {resources.items.map((resource) => (
          <ResourceLine key={resource.id} resource={resource} owner={resource.organisationNames} />
        ))}
      </Group>
      {guessed && goods}
    </>
  );
}

function Group(props: {
  id: string;
  title: string;
  count: string;
  total: number;
  all: { to: string; words: string };
  children: React.ReactNode[];
}) {
  if (props.total === 0) return null;
  return (
    <Section id={props.id} title={props.title} note={<span className="tabular-nums">{props.count}</span>}>
      <ul className="border-t border-ink">{props.children}</ul>
      {props.total > props.children.length && (
        <p className="mt-3 text-sm">
          <Link to={props.all.to} className="link">
            {props.all.words}
          </Link>
        </p>
      )}
    </Section>
  );
}

/** What may be asked, for whoever asked nothing or found nothing. */
function NothingFound({ q }: { q: string }) {
  const { t } = useTranslation('search');
  const title =
    q.length > longestQuestion
      ? t('tooLong', { most: longestQuestion })
      : q === ''
        ? t('ask')
        : t('empty', { q });
  return (
    <EmptyState title={title}>
      <p>{t('advice')}</p>
      <ul className="mt-4 flex flex-wrap justify-center gap-x-4 gap-y-1">
        {examples.map((one) => (
          <li key={one}>
            <Link to={`/search?${new URLSearchParams({ q: one })}`} className="link">
              {one}
            </Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
