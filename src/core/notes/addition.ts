/**
 * What to insert at the end of a text so that Markdown stands there after one empty line. Line endings are those of the text, and
 * its end stays as it was: with a newline if it had one, or was empty, else without.
 */
export function additionTo(text: string, markdown: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const added = markdown.replace(/^(?:[ \t]*\r?\n)+/u, '').trimEnd().replace(/\r?\n/gu, newline);
  if (added === '') {
    return '';
  }
  const isEmpty = text.replace(/^\uFEFF/u, '') === '';
  const endsLine = isEmpty || text.endsWith('\n');
  const endsBlank = isEmpty || /\n[ \t]*\r?\n$/u.test(text);
  return `${endsLine ? '' : newline}${endsBlank ? '' : newline}${added}${endsLine ? newline : ''}`;
}
