import {
  addCertificate,
  addPhoto,
  arrangePhotos,
  attachCertificateFile,
  getProduct,
  getStanding,
  hideSymbol,
  publishProduct,
  putVariant,
  removeCertificate,
  removeVariant,
  showSymbol,
  updateProduct,
  withdrawProduct,
  type InputOf,
} from '@jiechuan/contract';
import { redirect, type RouterContextProvider } from 'react-router';
import type { Route } from './+types/product-edit';
import { StandingSection } from '../features/board/standing-section.tsx';
import { ProductEditor } from '../features/catalogue/product-editor.tsx';
import { productOf, type Edited } from '../features/catalogue/product-values.ts';
import { filesOf, valuesOf, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['catalogue', 'symbols', 'words', 'countries', 'places'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  personOf(context);
  const product = await read(context, getProduct, { params: { id: params.id } });
  const standing = await attempt(context, getStanding, { params: { id: params.id } });
  return {
    product,
    standing: standing.ok ? standing.value : null,
    own: context.get(readerContext).reader?.organisationId === product.maker.id,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const values = valuesOf(form);
  const act = String(values['act']);
  const done = await change(context, { id: params.id }, act, values, filesOf(form, 'file')[0]);
  if (done.ok) return redirect(`/organisation/products/${params.id}`);
  const entered = act === 'save' ? (productOf(values) as unknown as Edited) : undefined;
  return { problem: done.problem, act, entered };
}

function change(
  context: Readonly<RouterContextProvider>,
  params: { id: string },
  act: string,
  values: FormValues,
  file: File | undefined,
) {
  const options = { ifMatch: Number(values['version']) };
  const upload = { file: file ?? new Blob([]), filename: file?.name ?? '' };
  switch (act) {
    case 'showSymbol':
      return attempt(context, showSymbol, { params });
    case 'hideSymbol':
      return attempt(context, hideSymbol, { params });
    case 'publish':
      return attempt(context, publishProduct, { params });
    case 'withdraw':
      return attempt(context, withdrawProduct, { params });
    case 'addPhoto':
      return attempt(context, addPhoto, { params, ...upload });
    case 'arrangePhotos':
      return attempt(context, arrangePhotos, { params, body: { photos: photosOf(values) } }, options);
    case 'addCertificate':
      return attempt(context, addCertificate, {
        params,
        body: {
          kind: values['kind'],
          number: values['number'],
          issuer: values['issuer'],
          validFrom: values['validFrom'] ?? null,
          validUntil: values['validUntil'] ?? null,
        } as InputOf<typeof addCertificate>['body'],
      });
    case 'attachCertificate':
      return attempt(context, attachCertificateFile, {
        params: { ...params, certificateId: String(values['itemId']) },
        ...upload,
      });
    case 'removeCertificate':
      return attempt(context, removeCertificate, {
        params: { ...params, certificateId: String(values['itemId']) },
      });
    case 'putVariant':
      return attempt(
        context,
        putVariant,
        {
          params: { ...params, market: String(values['market']) },
          body: {
            names: values['names'] ?? {},
            size: values['size'] ?? null,
            recipe: values['recipe'] ?? null,
            labelLanguages: values['labelLanguages'] ?? [],
          } as InputOf<typeof putVariant>['body'],
        },
        options,
      );
    case 'removeVariant':
      return attempt(
        context,
        removeVariant,
        { params: { ...params, market: String(values['market']) } },
        options,
      );
    default:
      return attempt(context, updateProduct, { params, body: productOf(values) }, options);
  }
}

/** Photos in the order of their numbers; one without a number goes. */
function photosOf(values: FormValues): InputOf<typeof arrangePhotos>['body']['photos'] {
  return Object.entries((values['photos'] ?? {}) as Record<string, FormValues>)
    .filter(([, photo]) => photo['keep'] === 'on')
    .map(([fileId, photo]) => ({
      fileId,
      alt: (photo['alt'] ?? {}) as Record<string, string>,
      position: Number(photo['position'] ?? 99),
    }))
    .toSorted((a, b) => a.position - b.position)
    .map(({ fileId, alt }) => ({ fileId, alt }));
}

export default function ProductEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { standing, own, ...product } = loaderData;
  return (
    <>
      <ProductEditor {...product} {...actionData} />
      {standing && <StandingSection standing={standing} shows={own} />}
    </>
  );
}
