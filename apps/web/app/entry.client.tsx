import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { HydratedRouter } from 'react-router/dom';
import { openCatalogue } from './platform/catalogues.client.ts';

const { lang, dataset } = document.documentElement;
const catalogue = await openCatalogue(lang, (dataset['texts'] ?? 'common').split(' '));
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={catalogue}>
        <HydratedRouter />
      </I18nextProvider>
    </StrictMode>,
  );
});
