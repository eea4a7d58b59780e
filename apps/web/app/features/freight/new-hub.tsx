import type { ProblemDocument } from '@jiechuan/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FormValues } from '../../platform/forms.ts';
import { HubForm } from './hub-form.tsx';

/** Adds a hub to the network; ways to it are services of their own. */
export function NewHub(props: { values?: FormValues; problem?: ProblemDocument }) {
  const { t } = useTranslation('freight');
  return (
    <>
      <title>{t('hubForm.newTitle')}</title>
      <p>
        <Link to="/freight" className="link">
          {t('network.title')}
        </Link>
      </p>
      <h1 className="mt-2 text-3xl">{t('hubForm.newTitle')}</h1>
      <p className="measure mt-2 mb-6 text-faded">{t('hubForm.newLead')}</p>
      <div className="max-w-3xl">
        <HubForm hub={null} {...props} />
      </div>
    </>
  );
}
