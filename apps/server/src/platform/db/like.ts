/** A pattern for `like` that finds a text anywhere, its signs taken as they are. */
export const holding = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
