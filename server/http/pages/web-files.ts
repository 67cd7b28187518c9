import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import express, { type IRouter } from 'express';
import { z } from 'zod/v4';
import { IndexUnusableError } from '../../errors.ts';

/** Written by the build of `web/`; see `web/build/plugins.ts`. */
const Manifest = z.object({
  format: z.literal(1),
  files: z.record(z.string(), z.string().regex(/^[\w.-]+$/)),
  widget: z.object({ file: z.string(), integrity: z.string(), gzipBytes: z.number() }),
});

const yearSeconds = 31_536_000;

/** The built scripts and style sheets: addresses for the pages, and the files themselves. */
export class WebFiles {
  readonly #dir: string;
  #files: Record<string, string> = {};
  #widget: { address: string; integrity: string } | undefined;
  #readAt = 0;

  /** @param dir Folder of the built files; without it the pages work, but bare and without scripts. */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** A new build is taken into use without a restart: its files have other names. */
  #refresh(): void {
    const file = resolve(this.#dir, 'manifest.json');
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt === this.#readAt) return;
    const manifest = changedAt === 0 ? undefined : readManifest(file);
    this.#files = manifest?.files ?? {};
    this.#widget = manifest && { address: `/${manifest.widget.file}`, integrity: manifest.widget.integrity };
    this.#readAt = changedAt;
  }

  /** Address of a built file by its plain name (`widget.js`, `style.css`), with its hash in it. */
  address(name: string): string | undefined {
    this.#refresh();
    const file = this.#files[name];
    return file === undefined ? undefined : `/${file}`;
  }

  /** The widget under its name with a hash, for sites that want one version and no other. */
  widget(): { address: string; integrity: string } | undefined {
    this.#refresh();
    return this.#widget;
  }

  /** Files with a hash never change; `widget.js` is the newest version under a fixed name. */
  serve(app: IRouter): void {
    app.use(
      express.static(this.#dir, {
        index: false,
        redirect: false,
        dotfiles: 'ignore',
        setHeaders: (res, path) => {
          const hashed = /-[\w-]{8}\.(js|css)$/.test(path);
          res.setHeader('Cache-Control', hashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
          res.locals['route'] = 'static';
        },
      }),
    );
  }
}

function readManifest(file: string): z.infer<typeof Manifest> {
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new IndexUnusableError('De gebouwde webbestanden zijn beschadigd. Bouw ze opnieuw met: npm run build');
  }
}
