import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSignedBy, readCompact, signCompact } from '#app/certificates/jws.ts'
import { jwsInFile } from '#app/certificates/jws-in-file.ts'
import { publicJwk, signingKey } from '#app/certificates/signing-key.ts'
import { fillStatement, unknownPlaceholders } from '#app/certificates/statement.ts'
import { reasonsAgainst, shareOf } from '#app/certificates/who-gets-one.ts'

/** RFC 8037, A.2 to A.4. */
const RFC = {
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  signed:
    'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
}

test('the example of RFC 8037 is genuine, and is not with one letter changed', () => {
  const key = { id: '', publicKey: RFC.x }
  expect(isSignedBy(RFC.signed, key)).toBe(true)
  expect(isSignedBy(RFC.signed.replace('RXhh', 'RXhi'), key)).toBe(false)
  // The last letter has bits that mean nothing: another spelling of the same signature is refused.
  expect(isSignedBy(`${RFC.signed.slice(0, -1)}h`, key)).toBe(false)
})

test('the same secret makes the same key, another one another, and its name is its thumbprint', () => {
  const [one, same, other] = [signingKey('a'.repeat(40)), signingKey('a'.repeat(40)), signingKey('b'.repeat(40))]
  expect(one.id).toBe(same.id)
  expect(one.id).not.toBe(other.id)
  expect(one.id).toMatch(/^[\w-]{43}$/)
  const jws = signCompact({ says: 'سلمى' }, one)
  const key = createPublicKey({ key: publicJwk(one), format: 'jwk' })
  const cut = jws.lastIndexOf('.')
  expect(verify(null, Buffer.from(jws.slice(0, cut)), key, Buffer.from(jws.slice(cut + 1), 'base64url'))).toBe(true)
  expect(isSignedBy(jws, other)).toBe(false)
  expect(readCompact(jws)).toEqual({ keyId: one.id, payload: { says: 'سلمى' } })
})

test('no kind of signature but ours is read, whatever its header says', () => {
  const forged = (header: object) =>
    `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from('{}').toString('base64url')}.${'A'.repeat(86)}`
  expect(readCompact(forged({ alg: 'none', kid: 'x' }))).toBeNull()
  expect(readCompact(forged({ alg: 'HS256', kid: 'x' }))).toBeNull()
  expect(readCompact(forged({ alg: 'EdDSA', kid: 7 }))).toBeNull()
  expect(readCompact('a.b')).toBeNull()
  expect(readCompact('%%.%%.%%')).toBeNull()
  expect(readCompact('bm90anNvbg.bm90anNvbg.AA')).toBeNull()
})

test('a signed text is found though it was broken into lines, and nothing in what is none', () => {
  const jws = signCompact({ serial: 'C2RF-94LB' }, signingKey('a'.repeat(40)))
  expect(jwsInFile(Buffer.from(`\n${jws.replace(/(.{64})/g, '$1\r\n')}\n`))).toBe(jws)
  expect(jwsInFile(Buffer.from('%PDF-1.7\nstream\nnothing\nendstream'))).toBeNull()
  expect(jwsInFile(Buffer.from('%PDF-1.7\nstream\nnever ends'))).toBeNull()
  expect(jwsInFile(new Uint8Array())).toBeNull()
})

test('what somebody was excused from counts neither way; nothing held is not the same as nothing attended', () => {
  expect(shareOf({ present: 8, excused: 0, of: 10 })).toBe(80)
  expect(shareOf({ present: 7, excused: 1, of: 10 })).toBe(77)
  expect(shareOf({ present: 0, excused: 2, of: 2 })).toBe(0)
  const person = {
    isConfirmed: true,
    attended: { present: 7, excused: 0, of: 10 },
    hasAnswered: false,
    hasName: false,
    isSignedOff: false,
    decision: null,
    wasRevoked: false,
    isOthers: false,
  }
  const rule = { minimumShare: 80, needsSurveyId: 's', needsName: 1, needsSignOff: 1 }
  expect(reasonsAgainst(person, rule)).toEqual(['attendance', 'survey', 'name', 'sign-off'])
  expect(reasonsAgainst({ ...person, attended: { present: 0, excused: 0, of: 0 } }, rule)[0]).toBe('no-slots')
  expect(reasonsAgainst({ ...person, decision: 'given' }, rule)).toEqual([])
  expect(reasonsAgainst({ ...person, decision: 'given', isOthers: true }, rule)).toEqual(['others'])
  expect(reasonsAgainst({ ...person, decision: 'kept' }, { ...rule, minimumShare: 0 })).toEqual(['kept'])
})

test('places are filled as the language counts, and words that mean nothing are found', () => {
  const facts = { track: 'Routing', days: 2, hours: 0, place: 'Kigali', dates: '14–15 June' }
  expect(fillStatement('{track}: {days}{hours} in {place}, {dates}', facts, 'en')).toBe(
    'Routing: 2 days in Kigali, 14–15 June',
  )
  expect(fillStatement('{days}', facts, 'ar')).toBe('يومان')
  expect(unknownPlaceholders('{track} {naem}')).toEqual(['naem'])
})
