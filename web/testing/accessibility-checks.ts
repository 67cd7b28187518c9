import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Runs axe with everything of WCAG 2.2 A and AA and its best practices. @returns each violation with where it is. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`));
  });
}

/** Visible controls smaller than 24 × 24 CSS pixels; links inside a sentence are exempt (WCAG 2.5.8). */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('button, a[href], input:not([type=hidden]), textarea, select, summary')) continue;
        const { width, height } = element.getBoundingClientRect();
        if (width === 0 || height === 0 || getComputedStyle(element).visibility === 'hidden' || element.closest('.skip-link')) continue;
        const inSentence = element.matches('a') && getComputedStyle(element).display === 'inline' && (element.parentElement?.textContent.trim().length ?? 0) > element.textContent.trim().length;
        if ((width < 24 || height < 24) && !inSentence) found.push(`${element.outerHTML.slice(0, 80)} ${width.toFixed(0)}×${height.toFixed(0)}`);
      }
    };
    visit(document);
    return found;
  });
}

/** Pixels by which the page is wider than the window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

export interface FocusStop {
  label: string;
  /** Whether an outline or the like shows the focus. */
  visible: boolean;
  /** Whether the middle of the element is in the window and not covered. */
  uncovered: boolean;
}

/** Presses Tab until the focus comes round, and tells of every stop whether its focus can be seen. */
export async function tabThrough(page: Page, most = 80): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  // Focus on the root starts the next Tab at the beginning of the page (or of a modal dialog).
  await page.evaluate(() => {
    document.documentElement.tabIndex = -1;
    document.documentElement.focus();
    document.documentElement.removeAttribute('tabindex');
  });
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (active === null || active === document.body) return null;
      const { left, top, width, height } = active.getBoundingClientRect();
      const shows = (element: Element | null): boolean => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      };
      const [x, y] = [left + Math.min(width / 2, 100), top + Math.min(height / 2, 20)];
      let hit = document.elementFromPoint(x, y);
      while (hit?.shadowRoot) {
        const inner = hit.shadowRoot.elementFromPoint(x, y);
        if (inner === null || inner === hit) break;
        hit = inner;
      }
      return {
        label: (active.getAttribute('aria-label') ?? active.textContent.trim().slice(0, 40)) || active.outerHTML.slice(0, 60),
        visible: shows(active) || shows(active.closest('.field')),
        uncovered: hit !== null && (active.contains(hit) || hit.contains(active)),
      };
    });
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}
