import { getService, updateService, type InputOf } from '@jiechuan/contract';
import { data, redirect } from 'react-router';
import type { Route } from './+types/freight-service';
import { ServicePage } from '../features/freight/service-page.tsx';
import { valuesOf, wholeNumber, type FormValues } from '../platform/forms.ts';
import { attempt, personOf, read, readerContext } from '../platform/reader.ts';

export const handle = { texts: ['freight', 'words', 'countries'] };

export async function loader({ context, params }: Route.LoaderArgs) {
  const service = await read(context, getService, { params });
  return { service, editable: context.get(readerContext).reader?.role === 'secretariat' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  personOf(context);
  const { version, ...values } = valuesOf(await request.formData());
  const done = await attempt(
    context,
    updateService,
    { params, body: changeOf(values) },
    { ifMatch: Number(version) },
  );
  return done.ok
    ? redirect(`/freight/services/${params.id}`)
    : data({ problem: done.problem, values }, { status: done.problem.status });
}

/** The form shows every field, so one that is left empty is meant to be empty. */
function changeOf(values: FormValues): InputOf<typeof updateService>['body'] {
  const tariff = (values['tariff'] ?? {}) as FormValues;
  const source = (values['source'] ?? {}) as FormValues;
  const number = (value: unknown) => wholeNumber(value) ?? null;
  return {
    ...values,
    weekdays: String(values['weekdays'] ?? '')
      .split(/[\s,，、]+/)
      .filter(Boolean)
      .map(wholeNumber),
    durationMinutes: wholeNumber(values['durationMinutes']),
    distanceKm: number(values['distanceKm']),
    capacityKg: number(values['capacityKg']),
    operator: values['operator'] ?? null,
    validUntil: values['validUntil'] ?? null,
    note: values['note'] ?? null,
    temperatureClasses: values['temperatureClasses'] ?? [],
    batteries: values['batteries'] === 'yes',
    dangerous: values['dangerous'] === 'yes',
    tariff: {
      currency: tariff['currency'],
      perKg: number(tariff['perKg']),
      perM3: number(tariff['perM3']),
      perContainer: number(tariff['perContainer']),
      minimum: wholeNumber(tariff['minimum']) ?? 0,
      reeferSurchargePermille: wholeNumber(tariff['reeferSurchargePermille']) ?? 0,
    },
    source: { title: source['title'] ?? '', url: source['url'] ?? null, date: source['date'] ?? null },
  } as InputOf<typeof updateService>['body'];
}

export default function FreightService({ loaderData, actionData }: Route.ComponentProps) {
  return <ServicePage {...loaderData} problem={actionData?.problem} values={actionData?.values} />;
}
