import { expect, test } from 'vitest'
import { disposition } from '#app/http/disposition.ts'
import { fileName } from '#app/files/file-name.ts'
import { mediaTypeOf } from '#app/files/media-type.ts'
import { readText } from '#app/files/read-text.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['a PDF', bytes('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
  ['a JPEG', bytes('\xff\xd8\xff\xe0\x00\x10JFIF'), 'image/jpeg'],
  ['a PNG', bytes('\x89PNG\r\n\x1a\n\x00\x00'), 'image/png'],
  ['a CSV', bytes('date;amount\r\n2027-01-01;5,00\r\n'), 'text/csv'],
  ['a CSV with a mark', bytes('\xef\xbb\xbfdate,amount\n1,2\n'), 'text/csv'],
  ['a text', bytes('Hello\n'), 'text/plain'],
  ['a calendar', bytes('BEGIN:VCALENDAR\r\n'), 'text/calendar'],
  ['CAMT.053', bytes('<?xml version="1.0"?>\n<!-- a -->\n<Document xmlns="urn:x">'), 'application/xml'],
  ['CAMT.053 with a prefix', bytes('<ns2:Document>'), 'application/xml'],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n1,2\n', 'utf16le')]), 'text/csv'],
  ['HTML', bytes('<!doctype html><script>alert(1)</script>'), null],
  ['HTML without a doctype', bytes('  <html><body>'), null],
  ['SVG', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['SVG with a prefix', bytes('<svg:svg/>'), null],
  ['a doctype in XML', bytes('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg/>'), null],
  ['a PDF that begins late', bytes('<html>%PDF-1.7'), null],
  ['a ZIP', bytes('PK\x03\x04\x00\x00'), 'application/zip'],
  ['a GIF', bytes('GIF89a\x00\x01'), null],
])('%s is known by its content', (_name, content, type) => {
  expect(mediaTypeOf(content)).toBe(type)
})

test.each([
  ['passport.pdf', 'passport.pdf'],
  ['C:\\Users\\amina\\passport.PDF', 'passport.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['جواز السفر.pdf', 'جواز السفر.pdf'],
  ['photo.html', 'photo.html.pdf'],
  ['fdp.\u202Egpj.pdf', 'fdp.gpj.pdf'],
  ['.pdf', 'pdf.pdf'],
  ['', 'file.pdf'],
  ['a\r\nSet-Cookie: b.pdf', 'a Set-Cookie: b.pdf'],
  ['…/', 'file.pdf'],
])('the name %j is kept as %j', (sent, kept) => {
  expect(fileName(sent, 'application/pdf')).toBe(kept)
})

test('a name fits its column, and is not cut inside a letter', () => {
  const name = fileName(`${'𝒜'.repeat(300)}.pdf`, 'application/pdf')
  expect(name.length).toBeLessThanOrEqual(200)
  expect(name).toMatch(/^(𝒜)+\.pdf$/u)
})

test('a download has its name in any script', () => {
  expect(disposition('جواز.pdf', { fallback: 'paper.pdf' })).toBe(
    `attachment; filename="paper.pdf"; filename*=UTF-8''%D8%AC%D9%88%D8%A7%D8%B2.pdf`,
  )
  expect(disposition('a"b\\c;.pdf', { fallback: 'x.pdf' })).toBe(
    `attachment; filename="a-b-c.pdf"; filename*=UTF-8''a%22b%5Cc%3B.pdf`,
  )
})

test('text in the encodings that lists come in', () => {
  expect(readText(Buffer.from('Þóra'))).toBe('Þóra')
  expect(readText(bytes('\xdeóra'))).toBe('Þóra')
  expect(readText(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toBe('A')
  expect(readText(bytes('a\x00b'))).toBeNull()
})
