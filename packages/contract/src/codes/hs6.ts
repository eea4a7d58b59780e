/**
 * A subheading of the Harmonized System, six digits: its chapter is 01–97 but 77, which is kept free (WCO, HS 2022), and
 * headings within a chapter begin at 01. National chapters 98 and 99 are no HS.
 */
export const hs6Pattern = /^(0[1-9]|[1-6]\d|7[0-689]|8\d|9[0-7])(0[1-9]|[1-9]\d)\d{2}$/;
