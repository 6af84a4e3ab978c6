/** The little of the `vscode` module that `src/platform/page.ts` needs to write the HTML of a page. */
export const env = { language: 'en' };

export const Uri = { joinPath: (base: string, ...parts: readonly string[]): string => [base, ...parts].join('/') };
