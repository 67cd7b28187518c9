import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { sniff } from './sniff.ts';
import { decode } from './text.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const binary = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('sniff', () => {
  it.each([
    ['brief.txt', 'Gewone tekst', 'text'],
    ['brief.txt', 'Tekst met bladzijden\f# 2', 'text'],
    ['wet.txt', 'Bron\n\n##Titel\n\ntekst', 'markdown'],
    ['wet.md', 'Tekst zonder koppen', 'markdown'],
    ['pagina.html', '<!doctype html><p>x', 'html'],
    ['pagina.HTM', '\uFEFF <!-- x --><html>', 'html'],
    ['stuk.pdf', '%PDF-1.7 …', 'pdf'],
  ])('%s', (file, text, format) => {
    expect(sniff(file, bytes(text))).toBe(format);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['leeg.txt', bytes(''), /^leeg\.txt: het bestand is leeg\./],
    ['groot.txt', Buffer.alloc(LIMITS.fileBytes + 1, 'a'), /^groot\.txt: het bestand is 25 MB; het maximum is 25 MB\./],
    ['blad.xlsx', bytes('PK'), /wordt niet gelezen\. Gebruik \.txt/],
    ['nep.pdf', bytes('Gewone tekst'), /de naam zegt een pdf, maar de inhoud is platte tekst\. Geef het bestand de juiste extensie/],
    ['nep.txt', bytes('%PDF-1.4'), /de naam zegt platte tekst, maar de inhoud is een pdf/],
    ['nep.docx', bytes('%PDF-1.4'), /de naam zegt een Word-bestand/],
    ['nep.txt', bytes('<html><body>x'), /de inhoud is HTML/],
    ['oud.docx', binary('\xD0\xCF\x11\xE0\xA1\xB1'), /oud Office-bestand/],
    ['rtf.txt', bytes('{\\rtf1'), /RTF/],
    ['foto.pdf', binary('\x89PNG\r\n'), /afbeelding zonder tekst\. Maak er met OCR/],
    ['prog.txt', binary('\x7fELF\0\0'), /geen tekst maar een ander soort bestand/],
    ['half.docx', binary(`PK\x03\x04${'x'.repeat(100)}`), /afgebroken of beschadigd/],
  ])('refuses %s with a sentence', (file, content, expected) => {
    expect(() => sniff(file, content)).toThrow(expected);
  });
});

describe('decode', () => {
  it('reads UTF-8, UTF-16 and, with a warning, Windows-1252', () => {
    expect(decode(bytes('patiënt €')).text).toBe('patiënt €');
    expect(decode(Buffer.from('\uFEFFpatiënt', 'utf16le')).text).toBe('patiënt');
    const old = decode(binary('pati\xEBnt \x93ja\x94'));
    expect(old.text).toBe('patiënt “ja”');
    expect(old.warnings[0]).toMatch(/geen UTF-8/);
  });
});
