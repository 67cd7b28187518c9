import { h, type ViewElement } from './view.ts';

/** Line icons on a 24-unit grid, drawn with the colour of the text beside them. */
const paths = {
  ask: 'M4 5h16v11H9l-5 4z',
  send: 'M5 12h13M12 5l7 7-7 7',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6L6 18',
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M12 5v14M6 13l6 6 6-6',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  erase: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  again: 'M19 8a8 8 0 1 0 1 6M20 4v5h-5',
  yes: 'M5 13l4 4L19 7',
  no: 'M6 6l12 12M18 6L6 18',
  unknown: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.01',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  info: 'M12 11v6M12 7v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  good: 'M7 11v9H4v-9zM7 11l4-8c2 0 2.5 1.5 2 3l-.7 3H19l-1.5 9c-.2 1-1 2-2.5 2H7',
  bad: 'M17 13V4h3v9zM17 13l-4 8c-2 0-2.5-1.5-2-3l.7-3H5l1.5-9c.2-1 1-2 2.5-2H17',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z',
  clock: 'M12 7v5l3 3M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  offline: 'M4 4l16 16M5 12a10 10 0 0 1 4-2.5M15 9.6a10 10 0 0 1 4 2.4M8.5 15.5a5 5 0 0 1 5-1.2M12 19v.01',
  link: 'M10 14l4-4M8 12l-2 2a4 4 0 0 0 5.5 5.5l2-2M16 12l2-2A4 4 0 0 0 12.5 4.5l-2 2',
  external: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  compass: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M15.5 8.5l-2 5-5 2 2-5z',
  scales: 'M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  plus: 'M12 5v14M5 12h14',
  more: 'M5 12v.01M12 12v.01M19 12v.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the words beside an icon, or the label of its button, carry the meaning. */
export function icon(name: IconName): ViewElement {
  return h(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: paths[name] }),
  );
}
