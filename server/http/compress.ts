import { constants } from 'node:zlib';
import compression from 'compression';
import type { RequestHandler } from 'express';

/** 256 kB, as much as our largest file; the default of 4 MB would be held for every answer under way. */
const brotliWindowBits = 18;

/**
 * Compresses what is text and larger than a kilobyte. Event streams are left alone, since a compressor holds events back
 * until it has a block full. No response carries a secret beside text of the client (there are no cookies or tokens), so
 * its length gives nothing away.
 */
export function compress(): RequestHandler {
  return compression({
    brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: brotliWindowBits } },
    filter: (req, res) => {
      const isEvents = String(res.getHeader('Content-Type')).startsWith('text/event-stream');
      // offsets of a part count in the file as it is
      const isPart = res.getHeader('Content-Range') !== undefined;
      return !isEvents && !isPart && compression.filter(req, res);
    },
  });
}
