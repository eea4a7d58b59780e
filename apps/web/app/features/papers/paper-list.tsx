import type { listPapers, ProblemDocument, ResponseOf } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { stateTone } from './state-tone.ts';

/** The papers of a deal, and which can be drafted now. */
export function PaperList(props: {
  dealId: string;
  title: string;
  found: ResponseOf<typeof listPapers>;
  seller: boolean;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation('papers');
  const { moment } = useWords();
  const { dealId, found, seller } = props;
  return (
    <>
      <title>{t('list.pageTitle', { deal: props.title })}</title>
      <div className="ledger-rule pt-4 pb-6">
        <p className="text-sm">
          <Link to={`/deals/${dealId}`} className="link">
            {t('backToDeal')}
          </Link>
        </p>
        <h1 className="mt-1 text-3xl">{t('list.title')}</h1>
        <p className="mt-2 text-faded">{props.title}</p>
      </div>
      <ProblemNote problem={props.problem} />
      {found.items.length === 0 ? (
        <EmptyState title={t('list.none')}>{seller ? t('list.noneSeller') : t('list.noneBuyer')}</EmptyState>
      ) : (
        <Table
          stacks
          caption={t('list.title')}
          columns={[t('list.paper'), t('list.number'), t('list.state'), t('list.issued'), t('list.agrees')]}
          rows={found.items.map((one) => ({
            key: one.id,
            cells: [
              <Link key="to" to={`/papers/${one.id}`} className="link font-medium">
                {t(`kind.${one.kind}`)}
              </Link>,
              <span key="number" className="tabular-nums">
                {one.number}
              </span>,
              <Badge key="state" tone={stateTone[one.state]}>
                {t(`state.${one.state}`)}
              </Badge>,
              one.issuedAt ? moment(one.issuedAt) : '',
              one.contradictions === 0 ? (
                t('list.yes')
              ) : (
                <span key="no" className="text-seal">
                  {t('list.contradictions', { count: one.contradictions })}
                </span>
              ),
            ],
          }))}
        />
      )}
      {seller && (
        <div className="mt-8">
          <Section title={t('list.draftTitle')} note={t('list.draftNote')}>
            {found.toDraft.length === 0 ? (
              <p className="text-faded">
                {found.items.length > 0 ? t('list.nothingToDraft') : t('list.contractFirst')}
              </p>
            ) : (
              <Form method="post" className="flex flex-wrap gap-3">
                {found.toDraft.map((kind) => (
                  <Button key={kind} name="kind" value={kind}>
                    {t(`kind.${kind}`)}
                  </Button>
                ))}
              </Form>
            )}
          </Section>
        </div>
      )}
    </>
  );
}
