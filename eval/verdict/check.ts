/** One threshold and how it came out. */
export interface Check {
  id: string;
  /** Dutch. */
  label: string;
  passed: boolean;
  /** `onbekend`: too few cases to judge. */
  outcome: 'gehaald' | 'niet-gehaald' | 'onbekend';
  /** As shown: "0,93", "2 van 80". */
  measured: string;
  required: string;
  /** Interval and number of cases, where there are. */
  detail: string;
  /** Dutch: the reason for the threshold, where the file gives one. */
  why?: string;
}
