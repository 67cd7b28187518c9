/** In the order of the calendar. */
export const DUTCH_MONTHS: readonly string[] = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december',
]; // prettier-ignore
