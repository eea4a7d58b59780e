/** A day's rates against the euro, so that a plan can be made before anybody has brought in newer ones. */
interface ShippedRates {
  date: string;
  source: string;
  approximate: boolean;
  /** Quote currency → how much of it a euro buys. */
  perEuro: Record<string, string>;
}

const ecbDay = '2026-09-24';
const ecb = 'European Central Bank, euro foreign exchange reference rates';

export const shippedRates: readonly ShippedRates[] = [
  {
    date: ecbDay,
    source: ecb,
    approximate: false,
    perEuro: {
      USD: '1.1367',
      JPY: '180.57',
      GBP: '0.85986',
      HUF: '366.15',
      PLN: '4.3823',
      AUD: '1.6177',
      BRL: '5.8890',
      CAD: '1.6047',
      CNY: '7.6302',
      HKD: '8.9148',
      IDR: '20384.10',
      KRW: '1555.69',
      MXN: '19.9878',
      MYR: '4.6457',
      SGD: '1.4549',
      THB: '38.057',
      ZAR: '18.6836',
    },
  },
  {
    date: ecbDay,
    source: `${ecb}, times the official parity with the dollar (3.6725 dirham, 3.75 riyal)`,
    approximate: true,
    perEuro: { AED: '4.17453', SAR: '4.26263' },
  },
  {
    date: ecbDay,
    source: 'Approximate, autumn 2026: not a published rate',
    approximate: true,
    perEuro: { RUB: '95', KZT: '600' },
  },
];
