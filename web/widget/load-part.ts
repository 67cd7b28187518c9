/** A built file beside this one, and the hash of what the build made of it. */
export interface Part {
  file: string;
  integrity: string;
}

/**
 * Loads a part from wherever this file came from. Who pins the widget by its hash pins its parts with it: a part with other
 * bytes is refused. (Browsers without module preload, from before 2024, take it as it comes.)
 * @param attempt counts what was tried before: some browsers keep a failed module under its address
 * @throws when it cannot be had, or is not what was built
 */
export async function loadPart<Module>({ file, integrity }: Part, attempt = 0): Promise<Module> {
  const address = new URL(attempt === 0 ? file : `${file}?${attempt}`, /* @vite-ignore */ import.meta.url).href;
  await verify(address, integrity);
  return (await import(/* @vite-ignore */ address)) as Module;
}

/** `import()` takes no hash; a preload does, and the import then gets what was preloaded. */
async function verify(address: string, integrity: string): Promise<void> {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return;
  await new Promise((done, fail) => {
    link.addEventListener('load', done);
    link.addEventListener('error', () => fail(new Error(`${address} is not what was built`)));
    Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, href: address });
    document.head.append(link);
  }).finally(() => link.remove());
}
