import type { ProductInput } from '@jiechuan/contract';
import { findField, sheetFields, type SheetProduct } from './fields.ts';
import { neutralise } from '../../../platform/sheets/index.ts';

/** The columns of a sheet: every field, texts once for each language. */
export const columnsFor = (languages: readonly string[]): string[] =>
  sheetFields.flatMap(({ field, localised, write }) => {
    if (localised) return languages.map((language) => `${field}.${language}`);
    return write ? [field] : [];
  });

/** The cells of a product, one for each column; an import of them changes nothing. */
export const cellsOf = (product: SheetProduct, columns: readonly string[]): string[] =>
  columns.map((key) => {
    const found = findField(key)!;
    const text =
      found.language === undefined
        ? found.field.write!(product)
        : ((product[found.field.field as keyof ProductInput] as Record<string, string>)[found.language] ??
          '');
    return neutralise(text);
  });
