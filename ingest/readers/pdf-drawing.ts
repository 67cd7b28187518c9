/** What a page draws, in the order in which it does: one function and its arguments at a time. */
export interface PdfOperators {
  fnArray: number[];
  argsArray: unknown[];
}

export type Matrix = [number, number, number, number, number, number];

export function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** A character as it is drawn. */
export interface DrawnCharacter {
  text: string;
  /** In the colour of the paper, or drawn without ink. */
  faint: boolean;
  /** Areas painted before it. */
  areas: number;
}

/** A rectangle around something painted, in points from the top left. */
interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
  dark: boolean;
}

export interface Drawing {
  characters: DrawnCharacter[];
  /** Whether what stands behind a character at a place is anything but white paper. */
  isCovered(character: DrawnCharacter, x: number, y: number): boolean;
}

/** Numbers of pdf.js for what matters here. */
const OPS = { save: 10, restore: 11, transform: 12, setTextRenderingMode: 38, showText: 44, setFillRGBColor: 59, shadingFill: 62, paintFormXObjectBegin: 74, paintFormXObjectEnd: 75, constructPath: 91 } as const;
const FILLS = new Set([22, 23, 24, 25, 26, 27]);
const IMAGES = new Set([83, 84, 85, 86, 87, 88, 89, 90]);
const WITHOUT_INK = new Set([3, 7]);
/** Every channel from here on: white to the eye. */
const WHITE = 0xfa;
/** A page with more is a drawing; what lies behind a character is not looked for among so many. */
const MOST_AREAS = 5000;

interface State {
  matrix: Matrix;
  white: boolean;
  mode: number;
  /** The matrix was changed and nothing was drawn since: an image stood here that the reader does not unpack. */
  empty: boolean;
}

/** Follows what a page draws as far as needed to know which characters nobody can see. @param viewport from the page to points from the top left */
export function drawingOf({ fnArray, argsArray }: PdfOperators, viewport: readonly number[]): Drawing {
  const characters: DrawnCharacter[] = [];
  const areas: Area[] = [];
  const stack: State[] = [];
  let state: State = { matrix: [...viewport] as Matrix, white: false, mode: 0, empty: false };
  const paint = ([x1, y1, x2, y2]: ArrayLike<number> & Iterable<number>, dark: boolean): void => {
    const corners = [[x1, y1], [x2, y1], [x1, y2], [x2, y2]].map(([x = 0, y = 0]) => place(state.matrix, x, y));
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    if (areas.length < MOST_AREAS) areas.push({ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys), dark });
  };
  const pop = (): void => {
    if (state.empty) paint(UNIT, true);
    state = stack.pop() ?? state;
  };
  fnArray.forEach((fn, at) => {
    const args = argsArray[at] as unknown[] | undefined;
    if (fn === OPS.save || fn === OPS.paintFormXObjectBegin) {
      stack.push(state);
      const matrix = fn === OPS.save ? undefined : (args?.[0] as Iterable<number> | undefined);
      state = { ...state, empty: false, ...(matrix && { matrix: multiply(state.matrix, [...matrix]) }) };
    } else if (fn === OPS.restore || fn === OPS.paintFormXObjectEnd) pop();
    else if (fn === OPS.transform) state = { ...state, matrix: multiply(state.matrix, [...(args as number[])]), empty: true };
    else if (fn === OPS.setFillRGBColor) state.white = isWhite(args?.[0]);
    else if (fn === OPS.setTextRenderingMode) state.mode = Number(args?.[0]);
    else if (fn === OPS.shadingFill) areas.push({ left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity, dark: true });
    else if (IMAGES.has(fn)) {
      paint(UNIT, true);
      state.empty = false;
    } else if (fn === OPS.constructPath) {
      state.empty = false;
      if (FILLS.has(Number(args?.[0])) && args?.[2]) paint(args[2] as number[], !state.white);
    } else if (fn === OPS.showText) {
      state.empty = false;
      const faint = state.white || WITHOUT_INK.has(state.mode);
      for (const glyph of (args?.[0] ?? []) as (number | { unicode?: string } | null)[]) {
        if (typeof glyph === 'object' && glyph?.unicode !== undefined) characters.push({ text: glyph.unicode, faint, areas: areas.length });
      }
    }
  });
  return {
    characters,
    isCovered: (character, x, y) => areas.slice(0, character.areas).findLast(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)?.dark ?? false,
  };
}

const UNIT = [0, 0, 1, 1];

const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];

const isWhite = (colour: unknown): boolean => typeof colour === 'string' && [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= WHITE);
