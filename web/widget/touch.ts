/** Whether a finger points here: focus on a field then brings up a keyboard that covers what is to be read. */
export const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Whether there is so little room that what opens covers the page: a phone, also on its side. */
export const coversPage = (): boolean => matchMedia('(max-width: 40em), (max-height: 30em)').matches;
