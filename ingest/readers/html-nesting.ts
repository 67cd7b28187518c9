import type { CheerioAPI } from 'cheerio';
import { LIMITS } from './limits.ts';
import { TooDeepError } from './too-deep-error.ts';

/** Elements that need no closing tag, or have none. */
const OPEN_ENDED = new Set('p li td th tr dt dd thead tbody tfoot colgroup option optgroup rp rt area base br col embed hr img input link meta source track wbr'.split(' '));
/** Far above what any page leaves open; parsing costs the square of it. */
const MOST_OPEN = 5000;

/** Before parsing: opening tags without an end. @throws TooDeepError */
export function checkTags(html: string): void {
  let open = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (OPEN_ENDED.has(name.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > MOST_OPEN) throw new TooDeepError();
  }
}

/** After it: elements within each other, on which what walks them would run out of stack. @throws TooDeepError */
export function checkNesting($: CheerioAPI): void {
  let level = $.root().contents().toArray();
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.nesting) throw new TooDeepError();
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
}
