/** Where a geographical indication is read, or looked for. */
export const euAgreement = 'EU–China agreement on geographical indications, in force since 1 March 2021';
export const nationalRegister = 'national register of geographical indications; to be confirmed before print';
