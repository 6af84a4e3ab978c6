import type { DemoSlug } from '../catalog/catalog';
import type { RunId } from './record';

const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 4;

/**
 * Name of a run's folder, such as `20260109-142501-flash-attention-k3f9`: in a listing the runs stand in order of time.
 *
 * @param kept ISO 8601 with time zone; the id has its wall-clock time
 * @param random numbers in [0, 1), so that two runs of one second differ
 */
export function runId(kept: string, demo: DemoSlug, random: () => number): RunId {
  const [date, time] = kept.slice(0, 19).replace(/[-:]/gu, '').split('T');
  const letters = Array.from({ length: ID_LENGTH }, () => ID_LETTERS.charAt(Math.floor(random() * ID_LETTERS.length)));
  return [date, time, demo, letters.join('')].join('-');
}

/** The demo that a run's folder name tells, for a run whose record cannot be read. */
export function demoOfRunId(id: RunId): DemoSlug | undefined {
  return /^\d{8}-\d{6}-([a-z0-9-]+)-[a-z0-9]{4}$/u.exec(id)?.[1];
}

/** When the run of this folder name was kept, in milliseconds since 1970 if the clock was in the local time zone; for a run whose record cannot be read. */
export function timeOfRunId(id: RunId): number | undefined {
  const digits = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/u.exec(id);
  const time = digits ? Date.parse(`${digits.slice(1, 4).join('-')}T${digits.slice(4).join(':')}`) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** A moment as ISO 8601 with the offset of the local time zone, to the second. */
export function isoWithZone(moment: Date): string {
  const offset = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
