import type { BorrowOrBuild, PlanAssumptions, ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../ui/text.ts';
import { AssumptionFields } from './assumption-fields.tsx';

/** Borrowing a ship (a partner there sells) beside building one (a branch of one's own): cost, time, risk. */
export function Ships(props: {
  ships: BorrowOrBuild;
  unit: string;
  assumptions: PlanAssumptions | null;
  /** The plan's version, where the reader may change what is assumed. */
  changes: number | null;
  problem?: ProblemDocument;
}) {
  const { t } = useTranslation(['plans', 'words']);
  const { money, number, percent, of } = useWords();
  const { ships, assumptions } = props;
  const { borrow, build, better } = ships;
  const unknown = t('plans:figure.unknown');
  const yuan = (fen: number | null) => (fen === null ? unknown : money(fen, 'CNY'));
  const month = (count: number | null) =>
    count === null ? t('plans:ships.never') : t('plans:ships.month', { count });
  const amount = (count: number) => `${number(count)} ${t(`words:quantity.${props.unit}`)}`;
  const row = (name: string, left: React.ReactNode, right: React.ReactNode) => ({
    key: name,
    cells: [name, left, right],
  });
  const lead = better !== null && Math.abs((borrow.expectedFen ?? 0) - (build.expectedFen ?? 0));
  return (
    <Section
      id="ships"
      title={t('plans:ships.title')}
      note={t('plans:ships.note', {
        months: t('plans:months', { count: ships.horizonMonths }),
        amount: amount(ships.unitsPerMonth),
      })}
    >
      <p className="mb-1 font-name text-xl">
        {better === null
          ? t('plans:ships.unknown')
          : t(`plans:ships.better.${better}`, { amount: money(lead || 0, 'CNY') })}
      </p>
      {better !== null && Math.max(borrow.expectedFen ?? 0, build.expectedFen ?? 0) < 0 && (
        <p className="text-seal">{t('plans:ships.bothLose')}</p>
      )}
      <p className="mb-4 text-sm text-faded">
        {ships.switchUnitsPerMonth === null
          ? t('plans:ships.neverSwitch')
          : t('plans:ships.switch', { amount: amount(ships.switchUnitsPerMonth) })}
      </p>
      <Table
        caption={t('plans:ships.title')}
        columns={[t('plans:ships.figure'), t('plans:ships.borrow'), t('plans:ships.build')]}
        numeric={[1, 2]}
        rows={[
          row(t('plans:ships.setUp'), yuan(borrow.setUpFen), yuan(build.setUpFen)),
          row(t('plans:ships.cost'), yuan(borrow.costFen), yuan(build.costFen)),
          row(t('plans:ships.revenue'), yuan(borrow.revenueFen), yuan(build.revenueFen)),
          row(t('plans:ships.profit'), yuan(borrow.profitFen), yuan(build.profitFen)),
          row(
            t('plans:ships.firstSale'),
            month(borrow.monthsToFirstSale + 1),
            month(build.monthsToFirstSale + 1),
          ),
          row(t('plans:ships.breakEven'), month(borrow.breakEvenMonth), month(build.breakEvenMonth)),
          row(t('plans:ships.success'), percent(borrow.successPpm), percent(build.successPpm)),
          row(t('plans:ships.atRisk'), yuan(borrow.atRiskFen), yuan(build.atRiskFen)),
          row(
            t('plans:ships.expected'),
            <strong key="borrow">{yuan(borrow.expectedFen)}</strong>,
            <strong key="build">{yuan(build.expectedFen)}</strong>,
          ),
        ]}
      />
      {props.changes !== null && assumptions && (
        <details open={props.problem !== undefined} className="mt-4 print:hidden">
          <summary className="link w-fit">{t('plans:ships.change')}</summary>
          <Form method="post" className="mt-3 space-y-5">
            <input type="hidden" name="version" value={props.changes} />
            <input type="hidden" name="told" value="assumptions" />
            <AssumptionFields
              groups={['ships', 'borrow', 'build']}
              assumptions={assumptions}
              problem={props.problem}
            />
            <Button look="main" name="act" value="assume">
              {t('plans:ships.reckon')}
            </Button>
          </Form>
        </details>
      )}
      <h3 className="mt-6 mb-2 text-lg">{t('plans:ships.partnersTitle', { count: ships.partnerCount })}</h3>
      {ships.partners.length === 0 ? (
        <p className="text-faded">{t('plans:ships.noPartners')}</p>
      ) : (
        <ul className="border-t border-ink">
          {ships.partners.map((partner) => (
            <li
              key={partner.organisationId}
              className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1.5"
            >
              <Link to={`/members/${partner.organisationId}`} className="link font-medium">
                {of(partner.names)}
              </Link>
              <span className="text-sm text-faded">
                {[
                  t(`words:kind.${partner.kind}`),
                  ...partner.offers.map((one) => t(`words:resource.${one}`)),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
