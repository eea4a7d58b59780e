import type { PaperLine } from '@jiechuan/contract';
import XMLBuilder from 'fast-xml-builder';
import { currencyDigits } from '../../catalogue/index.ts';
import type { DocumentParty } from '../contracts/document.ts';
import type { PaperInput } from './document.ts';
import { amountOfLine } from './papers.ts';

type UblInput = Omit<PaperInput, 'draft' | 'at'> & { issuedAt: Date };
/** An element: its children in the schema's order, attributes beginning with `@`, its text as `#`. */
type Element = { [name: string]: Element | Element[] | string | undefined };

const oasis = 'urn:oasis:names:specification:ubl:schema:xsd';
const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  format: true,
});

/** @param root name of the document type, as in its namespace */
const document = (root: string, content: Element): string =>
  builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    [root]: {
      '@xmlns': `${oasis}:${root}-2`,
      '@xmlns:cac': `${oasis}:CommonAggregateComponents-2`,
      '@xmlns:cbc': `${oasis}:CommonBasicComponents-2`,
      'cbc:UBLVersionID': '2.1',
      ...content,
    },
  });

/** Leaves out what isn't said. */
const said = (content: Element): Element =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));

const party = ({ names, country, register }: DocumentParty, address: string | null): Element =>
  said({
    'cac:PartyName': { 'cbc:Name': names['en'] ?? names['zh-CN'] ?? Object.values(names)[0] ?? '–' },
    'cac:PostalAddress': said({
      'cac:AddressLine': address === null ? undefined : { 'cbc:Line': address },
      'cac:Country': { 'cbc:IdentificationCode': country },
    }),
    'cac:PartyLegalEntity': said({
      'cbc:RegistrationName': names['zh-CN'] ?? names['en'] ?? Object.values(names)[0] ?? '–',
      'cbc:CompanyID': register ?? undefined,
    }),
  });

const amount = (minor: number, currency: string): Element => {
  const digits = currencyDigits(currency);
  return { '@currencyID': currency, '#': (minor / 10 ** digits).toFixed(digits) };
};
const weight = (grams: number | null): Element | undefined =>
  grams === null ? undefined : { '@unitCode': 'KGM', '#': String(grams / 1000) };
const counted = (n: number, unitCode: string): Element => ({ '@unitCode': unitCode, '#': String(n) });

const item = ({ description, hs6 }: PaperLine, language: string): Element =>
  said({
    'cbc:Description': [
      { '@languageID': language, '#': description.other },
      { '@languageID': 'zh', '#': description.zh },
    ],
    'cbc:Name': description.other,
    'cac:CommodityClassification':
      hs6 === null ? undefined : { 'cbc:ItemClassificationCode': { '@listID': 'HS', '#': hs6 } },
  });

const dayOf = ({ content: { details }, issuedAt }: UblInput): string =>
  details.date ?? issuedAt.toISOString().slice(0, 10);

/** Invoice type codes of UNTDID 1001. */
const typeCodes = { invoice: '380', proforma: '325' } as const;

/** An invoice or proforma invoice as UBL 2.1 Invoice: without tax, as an export is invoiced. */
export function invoice(input: UblInput): string {
  const { kind, number, contract, currency, content, seller, buyer, language } = input;
  const { details, lines } = content;
  const total = amount(input.totals.amountMinor ?? 0, currency);
  const [term, ...place] = input.incoterm?.split(' ') ?? [];
  return document(
    'Invoice',
    said({
      'cbc:ID': number,
      'cbc:IssueDate': dayOf(input),
      'cbc:InvoiceTypeCode': kind === 'proforma' ? typeCodes.proforma : typeCodes.invoice,
      'cbc:Note': details.remarks ?? undefined,
      'cbc:DocumentCurrencyCode': currency,
      'cbc:LineCountNumeric': String(lines.length),
      'cac:InvoicePeriod': details.validUntil === null ? undefined : { 'cbc:EndDate': details.validUntil },
      'cac:ContractDocumentReference': { 'cbc:ID': contract },
      'cac:AccountingSupplierParty': { 'cac:Party': party(seller, details.sellerAddress) },
      'cac:AccountingCustomerParty': { 'cac:Party': party(buyer, details.buyerAddress) },
      'cac:DeliveryTerms':
        term === undefined
          ? undefined
          : said({
              'cbc:ID': { '@schemeID': 'Incoterms2020', '#': term },
              'cac:DeliveryLocation': place.length === 0 ? undefined : { 'cbc:Description': place.join(' ') },
            }),
      'cac:PaymentTerms': input.payment === null ? undefined : { 'cbc:Note': input.payment.other },
      'cac:LegalMonetaryTotal': { 'cbc:LineExtensionAmount': total, 'cbc:PayableAmount': total },
      'cac:InvoiceLine': lines.map((line) => ({
        'cbc:ID': String(line.line),
        'cbc:InvoicedQuantity': counted(line.quantity, line.unit),
        'cbc:LineExtensionAmount': amount(amountOfLine(line) ?? 0, currency),
        'cac:Item': item(line, language),
        'cac:Price': { 'cbc:PriceAmount': amount(line.unitPriceMinor ?? 0, currency) },
      })),
    }),
  );
}

/** A packing list as UBL 2.1 DespatchAdvice; kinds of packages by UN/ECE Recommendation 21 with X before, as Recommendation 20 asks. */
export function despatchAdvice(input: UblInput): string {
  const { number, contract, content, totals, seller, buyer, language } = input;
  const { details, lines } = content;
  return document(
    'DespatchAdvice',
    said({
      'cbc:ID': number,
      'cbc:IssueDate': dayOf(input),
      'cbc:Note': [details.marks, details.remarks].flatMap((note) => (note === null ? [] : { '#': note })),
      'cbc:LineCountNumeric': String(lines.length),
      'cac:AdditionalDocumentReference': { 'cbc:ID': contract, 'cbc:DocumentType': 'Contract' },
      'cac:DespatchSupplierParty': { 'cac:Party': party(seller, details.sellerAddress) },
      'cac:DeliveryCustomerParty': { 'cac:Party': party(buyer, details.consignee) },
      'cac:Shipment': said({
        'cbc:ID': number,
        'cbc:GrossWeightMeasure': weight(totals.grossGrams),
        'cbc:NetWeightMeasure': weight(totals.netGrams),
        'cbc:TotalTransportHandlingUnitQuantity':
          totals.packages === null ? undefined : counted(totals.packages, 'XPK'),
      }),
      'cac:DespatchLine': lines.map((line) => ({
        'cbc:ID': String(line.line),
        'cbc:DeliveredQuantity': counted(line.quantity, line.unit),
        'cac:OrderLineReference': { 'cbc:LineID': String(line.line) },
        'cac:Item': item(line, language),
        'cac:Shipment': said({
          'cbc:ID': `${number}-${line.line}`,
          'cbc:GrossWeightMeasure': weight(line.grossGrams),
          'cbc:NetWeightMeasure': weight(line.netGrams),
          'cbc:TotalTransportHandlingUnitQuantity':
            line.packages === null ? undefined : counted(line.packages, `X${line.packageKind ?? 'PK'}`),
        }),
      })),
    }),
  );
}
