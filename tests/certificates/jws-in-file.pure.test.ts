import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { jwsInFile } from '#app/certificates/jws-in-file.ts'

const JWS = `eyJ${'a'.repeat(20)}.${'b'.repeat(40)}.${'c'.repeat(86)}`

function pdf(...parts: (string | Buffer)[]): Buffer {
  return Buffer.concat(['%PDF-1.7\n', ...parts].map((part) => Buffer.from(part as string)))
}

function stream(content: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from('<< >>\nstream\n'), Buffer.from(content as string), Buffer.from('\nendstream\n')])
}

test('a certificate is found in a PDF, packed or not, behind others', () => {
  expect(jwsInFile(Buffer.from(JWS))).toBe(JWS)
  expect(jwsInFile(pdf(stream('0 0 m'), stream(deflateSync(JWS))))).toBe(JWS)
  expect(jwsInFile(pdf(stream(deflateSync('x'.repeat(100_000))), stream(JWS)))).toBe(JWS)
  expect(jwsInFile(pdf(stream('0 0 m')))).toBeNull()
})

test('five megabytes that begin a stream and never end one are read in no time, and so are those of small streams', () => {
  const begins = pdf('stream\n'.repeat(700_000), 'endstream')
  const packed = stream(deflateSync(' '.repeat(60_000)))
  const small = pdf(...Array.from({ length: 20_000 }, () => packed))
  for (const file of [begins, small]) {
    const from = performance.now()
    expect(jwsInFile(file)).toBeNull()
    expect(performance.now() - from).toBeLessThan(2000)
  }
})
