import type { Citation } from '../contract.ts';
import type { CanonicalDocument } from '../corpus/document.ts';

/** What a kind of document can and cannot settle. */
export function worth(document: CanonicalDocument, citations: readonly Citation[]): string | undefined {
  switch (document.status) {
    case 'kamerbrief':
      return 'De Kamerbrief beschrijft plannen van vóór het besluit. Bij verschil gaat de aanwijzing van de minister voor.';
    case 'akkoord':
      return 'Het Integraal Zorgakkoord bevat afspraken tussen partijen. Het is geen wet.';
    case 'verslag':
      return citations.some(({ documentId, section }) => documentId === document.id && !/bijlage/i.test(section))
        ? 'Het verslag geeft weer wat deelnemers zeiden en afspraken. Het is geen regel.'
        : undefined;
    default:
      return undefined;
  }
}
