import type { Estimate } from '../statistics/wilson.ts';

/** Dutch notation. What is not known is a dash. */
const known = (value: number, show: (value: number) => string): string => (Number.isFinite(value) ? show(value) : '–');

/** 0.9342 → "0,934" */
export const decimal = (value: number): string => known(value, (given) => given.toFixed(3).replace('.', ',').replace('-', '−'));

/** 0.9342 → "93,4 %", 1 → "100 %"; a rate that only rounds to 100 % shows as 99,9 %, for one wrong answer matters. */
export function percent(value: number): string {
  return known(value, (given) => {
    const shown = given < 1 && given > 0.9995 ? 99.9 : given * 100;
    return `${shown.toFixed(1).replace(/\.0$/, '').replace('.', ',').replace('-', '−')} %`;
  });
}

/** With a plus sign where it is more. */
export const signed = (value: number, show: (value: number) => string): string => (value > 0 ? `+${show(value)}` : show(value));

/** "91,2 %–95,0 %, n = 292" */
export const interval = ({ low, high, n }: Estimate, show: (value: number) => string): string => `${show(low)} tot ${show(high)}, n = ${n}`;

const thousands = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
export const number = (value: number): string => known(value, (given) => thousands.format(given));

const moment = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' });
export const dateTime = (iso: string): string => moment.format(new Date(iso));

/** 83 000 ms → "1 min 23 s" */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
