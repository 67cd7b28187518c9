/** Amounts and percentages as people type and read them; decimal strings throughout, since floats lose cents. */

/**
 * Reads an amount in euros: `200.000`, `1.250,50`, `€ 1250`, `1250.50`. With a comma, dots are thousands; without one, a dot
 * before exactly three last digits is a thousand, as Dutch writes it.
 * @returns a decimal string with a point and at most two decimals, or undefined when it is no amount.
 */
export function parseEuros(text: string): string | undefined {
  const compact = text.replace(/[\s€\u00a0]/g, '').replace(/,-$/, '');
  const whole = compact.includes(',') || /^\d{1,3}(\.\d{3})+$/.test(compact) ? compact.replace(/\./g, '').replace(',', '.') : compact;
  return /^\d{1,15}(\.\d{1,2})?$/.test(whole) ? whole : undefined;
}

/** Reads `10`, `12,5`, `33.33%`. */
export function parsePercentage(text: string): string | undefined {
  const compact = text.replace(/[\s%\u00a0]/g, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,10})?$/.test(compact) ? compact : undefined;
}

/** `200000.00` → `€ 200.000,00`, with a space that does not break. */
export function formatEuros(amount: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  return `€\u00a0${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents.padEnd(2, '0')}`;
}

/** `12.50` → `12,5`. */
export function formatPercentage(percentage: string): string {
  return (percentage.includes('.') ? percentage.replace(/\.?0+$/, '') : percentage).replace('.', ',');
}

/** Exact sum of percentages as typed; undefined when one of them is no percentage. Empty ones count as nothing. */
export function sumOfPercentages(texts: readonly string[]): string | undefined {
  const scale = 10;
  let sum = 0n;
  for (const text of texts) {
    if (text.trim() === '') continue;
    const percentage = parsePercentage(text);
    if (percentage === undefined) return undefined;
    const [whole = '0', decimals = ''] = percentage.split('.');
    sum += BigInt(whole + decimals.padEnd(scale, '0'));
  }
  const digits = sum.toString().padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '') || '0';
}
