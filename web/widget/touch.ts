/** Whether a finger points here: focus on a field then brings up a keyboard that covers what is to be read. */
export const isTouch = (): boolean => matchMedia('(pointer: coarse)').matches;
