export interface FrameThrottled {
  (change: () => void): void;
  cancel: () => void;
}

/** Makes changes at once, and shows them once a frame however many there are. */
export function frameThrottled(show: () => void): FrameThrottled {
  let frame = 0;
  const update = (change: () => void): void => {
    change();
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      show();
    });
  };
  return Object.assign(update, { cancel: () => cancelAnimationFrame(frame) });
}
