import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tour, TourCity, TourPlan } from '@jiechuan/contract';
import { message } from '../../../platform/i18n/messages.ts';
import { paperFonts, typeset } from '../../../platform/print/typeset.ts';

const template = readFileSync(path.join(import.meta.dirname, 'tour.typ'), 'utf8');

export interface TourPaper {
  tour: Tour & { plan: TourPlan };
  /** Names of the organisation that keeps the tour. */
  keeper: Record<string, string>;
  /** The day that the paper bears. */
  on: string;
}

type Pair = string[];

/** Minutes after midnight as 09:30. */
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function words({ tour, on }: TourPaper) {
  const tongues = ['zh-CN', tour.guests.language];
  const say = (
    name: string,
    params: (tongue: string) => Record<string, string | number> = () => ({}),
  ): Pair => tongues.map((tongue) => message(tongue, `tours.paper.${name}`, params(tongue)));
  const city = (code: TourCity, tongue: string) => message(tongue, `tours.city.${code}`);
  const date = (day: string, tongue: string) =>
    new Intl.DateTimeFormat(tongue, { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(`${day}T00:00:00Z`),
    );
  const country = (tongue: string) =>
    new Intl.DisplayNames([tongue], { type: 'region' }).of(tour.guests.country) ?? tour.guests.country;
  const host = (id: string, tongue: string): string => {
    const names = tour.stops.find((stop) => stop.id === id)?.names ?? {};
    return names[tongue] ?? names['en'] ?? names['zh-CN'] ?? Object.values(names)[0] ?? '';
  };
  return { tongues, say, city, date, country, host, dated: tongues.map((tongue) => date(on, tongue)) };
}

const both = (names: Record<string, string>, tongues: readonly string[]): Pair =>
  tongues.map((tongue) => names[tongue] ?? names['en'] ?? names['zh-CN'] ?? Object.values(names)[0] ?? '');

/** What is visited, in the order of the tour. */
const visitedIn = ({ plan }: TourPaper['tour']): string[] =>
  plan.days.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'visit' ? [item.stopId] : [])));

/** Cities in which something is visited, in the order of the tour. */
const citiesOf = (tour: TourPaper['tour']): TourCity[] => [
  ...new Set(visitedIn(tour).flatMap((stop) => tour.stops.find(({ id }) => id === stop)?.city ?? [])),
];

/** The letter of invitation: who is invited, when, to which places, who pays, who invites. The same input gives the same bytes. */
export function printInvitation(input: TourPaper): Buffer {
  const { tour, keeper, on } = input;
  const { tongues, say, city, date, country, host, dated } = words(input);
  const params = (tongue: string) => ({
    guests: tour.guests.name,
    country: country(tongue),
    number: tour.guests.visitors,
    from: date(tour.firstDay, tongue),
    until: date(tour.lastDay, tongue),
  });
  return typeset(
    template,
    {
      ...frame(say('invitation'), input, dated),
      paragraphs: [say('toEmbassy'), say('invite', params), say(`funding.${tour.funding}`), say('returns')],
      facts: [
        { name: say('guests'), value: tour.guests.name },
        { name: say('country'), value: tongues.map(country) },
        { name: say('visitors'), value: String(tour.guests.visitors) },
        ...(tour.guests.persons.length === 0
          ? []
          : [{ name: say('persons'), value: tour.guests.persons.join(' · ') }]),
        {
          name: say('dates'),
          value: tongues.map((tongue) => `${date(tour.firstDay, tongue)} – ${date(tour.lastDay, tongue)}`),
        },
        {
          name: say('places'),
          value: tongues.map((tongue) =>
            citiesOf(tour)
              .map((code) => city(code, tongue))
              .join(' · '),
          ),
        },
        {
          name: say('hosts'),
          value: tongues.map((tongue) =>
            visitedIn(tour)
              .map((id) => host(id, tongue))
              .join(' · '),
          ),
        },
        { name: say('whoPays'), value: say(`payer.${tour.funding}`) },
        { name: say('inviter'), value: tour.inviter },
      ],
      days: [],
      signature: { names: both(keeper, tongues), place: say('signature'), dated },
    },
    new Date(`${on}T00:00:00Z`),
  );
}

/** The programme: every day with its ways, visits and meals. The same input gives the same bytes. */
export function printProgramme(input: TourPaper): Buffer {
  const { tour, on } = input;
  const { tongues, say, city, date, host, dated } = words(input);
  const { interpreter } = tour;
  const spoken = (tags: readonly string[], tongue: string) => {
    const names = new Intl.DisplayNames([tongue], { type: 'language' });
    return tags.map((tag) => names.of(tag.split('-')[0]!) ?? tag).join(' · ');
  };
  /** Where a visit is, and in which language or through whom guests and host talk. */
  const visit = (id: string): Pair => {
    const stop = tour.stops.find((one) => one.id === id)!;
    return say(`visit.${stop.talk}`, (tongue) => ({
      host: host(id, tongue),
      city: city(stop.city, tongue),
      language: spoken([tour.guests.language], tongue),
      interpreter: interpreter?.name ?? '',
    }));
  };
  return typeset(
    template,
    {
      ...frame(say('programme'), input, dated),
      paragraphs: [],
      facts: [
        { name: say('guests'), value: tour.guests.name },
        { name: say('visitors'), value: String(tour.guests.visitors) },
        {
          name: say('dates'),
          value: tongues.map((tongue) => `${date(tour.firstDay, tongue)} – ${date(tour.lastDay, tongue)}`),
        },
        ...(interpreter === null
          ? []
          : [
              {
                name: say('interpreter'),
                value: say(interpreter.contact === null ? 'interprets' : 'interpretsAt', (tongue) => ({
                  name: interpreter.name,
                  languages: spoken(interpreter.languages, tongue),
                  contact: interpreter.contact ?? '',
                })),
              },
            ]),
        { name: say('inviter'), value: tour.inviter },
      ],
      days: tour.plan.days.map((day) => ({
        heading: tongues.map((tongue) => date(day.date, tongue)),
        rows: [
          ...day.items.map((item) => ({
            time: `${clock(item.start)}–${clock(item.end)}`,
            what:
              item.kind === 'visit'
                ? visit(item.stopId)
                : item.kind === 'meal'
                  ? say('meal')
                  : item.from === item.to
                    ? say('withinCity', (tongue) => ({ city: city(item.from, tongue) }))
                    : say(`leg.${item.mode}`, (tongue) => ({
                        from: city(item.from, tongue),
                        to: city(item.to, tongue),
                      })),
            strong: item.kind === 'visit',
          })),
          ...tour.plan.samples
            .filter((one) => one.date === day.date && one.needs !== 'nothing')
            .map((one) => ({
              time: `${clock(one.start)}–${clock(one.end)}`,
              what: say(`samples.${one.needs}`, (tongue) => ({ host: host(one.stopId, tongue) })),
              strong: false,
            })),
          {
            time: '',
            what: say('night', (tongue) => ({ city: city(day.to, tongue) })),
            strong: false,
          },
        ],
      })),
      signature: null,
    },
    new Date(`${on}T00:00:00Z`),
  );
}

const frame = (heading: Pair, { tour }: TourPaper, dated: Pair) => ({
  title: `${heading[0]} ${tour.title}`,
  author: '借船 Jiechuan',
  other: tour.guests.language,
  fonts: paperFonts,
  kicker: `借船 Jiechuan · ${heading.join(' / ')}`,
  heading,
  subject: tour.title,
  dated,
});
