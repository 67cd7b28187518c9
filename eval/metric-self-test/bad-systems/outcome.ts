/** How one bad system came out. */
export interface BadSystemRow {
  id: string;
  /** Dutch. */
  label: string;
  mustFailBy: readonly string[];
  /** Checks of the verdict that it did not pass. */
  failedBy: string[];
  outcome: 'caught' | 'missed';
}

/** The evaluation tried on whole systems of which is known what they are worth. */
export interface SystemsTest {
  /** Cases that each system was asked. */
  cases: number;
  /** The good system and the checks that it did not pass; there must be none. */
  good: { name: string; failedBy: string[] };
  rows: BadSystemRow[];
}

/** The good one passes and no bad one does, or fails elsewhere only. */
export const isTrustworthy = ({ good, rows }: SystemsTest): boolean => good.failedBy.length === 0 && rows.every(({ outcome }) => outcome === 'caught');
