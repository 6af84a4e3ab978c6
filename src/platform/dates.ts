import * as vscode from 'vscode';

/** A calendar day as the user's locale writes it, for example `16 May 2025`. */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** A month (`YYYY-MM`) or a year (`YYYY`) as the user's locale writes it, for example `May 2025`. */
export function formatMonth(month: string): string {
  const style = month.includes('-') ? { month: 'long', year: 'numeric' } as const : { year: 'numeric' } as const;
  return new Intl.DateTimeFormat(vscode.env.language, { ...style, timeZone: 'UTC' }).format(new Date(month));
}

/** A moment in local time as the user's locale writes it. */
export function formatMoment(iso: string): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}
