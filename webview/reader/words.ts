/** `1 comment`, `4 comments`. */
export function counted(count: number, one: string, many: string): string {
  return `${new Intl.NumberFormat(locale()).format(count)} ${count === 1 ? one : many}`;
}

/** A calendar day (`YYYY-MM-DD`) as the reader's locale writes it; any other text as it stands. */
export function dayText(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** A moment (ISO 8601) as day and time of the reader's time zone; any other text as it stands. */
export function momentText(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? moment : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** The language of the page is that of VS Code. */
function locale(): string {
  return document.documentElement.lang || 'en';
}
