export { isCurrency } from './currency.ts';
export type { CodeCheck } from './check.ts';
export { checkCreditCode, creditCodeCheckDigit } from './credit-code.ts';
export { checkGtin, gtinCheckDigit } from './gtin.ts';
export { checkFoodLicence } from './food-licence.ts';
export { checkPostalItem } from './postal-item.ts';
export { checkContainer } from './container.ts';
export { checkCustomsDeclaration } from './customs-declaration.ts';
