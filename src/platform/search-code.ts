/** What searching needs of the core: evaluated with the first search, not when the extension is activated. */
export async function loadSearchCode() {
  const [syntax, facets, finding, finishing, reasons, aliases, written] = await Promise.all([
    import('../core/search/query-syntax'),
    import('../core/search/facets'),
    import('../core/search/find-documents'),
    import('../core/search/finish'),
    import('../core/search/match-reasons'),
    import('../core/search/alias-setting'),
    import('../core/search/as-written'),
  ]);
  return { ...syntax, ...facets, ...finding, ...finishing, ...reasons, ...aliases, ...written };
}

export type SearchCode = Awaited<ReturnType<typeof loadSearchCode>>;
