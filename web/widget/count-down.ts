import { errors, fill } from '../../server/views/labels.ts';
import type { Turn } from './turn.ts';

/** Lets the seconds until the next question go by in a refused turn, for as long as it stands there. */
export function countDown(turn: Turn, seconds: number, onChange: (message: string, over: boolean) => void): void {
  let left = seconds;
  const timer = setInterval(() => {
    left -= 1;
    if (turn.state !== 'failed' || left <= 0) clearInterval(timer);
    if (turn.state !== 'failed') return;
    turn.error = left > 0 ? fill(errors.rateLimited, { seconds: left }) : errors.rateLimitedOver;
    onChange(turn.error, left <= 0);
  }, 1000);
}
