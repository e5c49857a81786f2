import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './organize/count-queries.ts'
import { certificatesOf, givenRule } from '#tests/certificates/given-certificates.ts'
import { givenParticipants, givenTrack, ROSTER } from '#tests/participants/given-participants.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { findOnPath } from '#tests/support/find-on-path.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { keyedSeat } from '#app/registrations/naming/keyed-seat.server.ts'
import { seatKey } from '#app/registrations/order-key.ts'
import { newId } from '#app/values/id.ts'
import { signingKey } from '#app/certificates/signing-key.ts'
import { lookUpCertificate } from '#app/certificates/look-up-certificate.server.ts'
import { jwsInFile } from '#app/certificates/jws-in-file.ts'

const run = promisify(execFile)

/** The check in another language, by https://cryptography.io. */
const PYTHON = `
import base64, json
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
plain = lambda text: base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
header, payload, signature = open('C2RF-94LB.jws').read().split('.')
kid = json.loads(plain(header))['kid']
x = next(key['x'] for key in json.load(open('keys.json'))['keys'] if key['kid'] == kid)
Ed25519PublicKey.from_public_bytes(plain(x)).verify(plain(signature), f'{header}.{payload}'.encode())
print(json.loads(plain(payload))['serial'])
`

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let ids: string[]
let isWhole: boolean
let tracks: [string, string]

beforeEach(async () => {
  isWhole = true
  app = await testApp()
  event = await givenEvent(app.db, { tickets: [{ seats: 500 }] })
  tracks = [await givenTrack(app.db, event.id, 'A', 'Routing'), await givenTrack(app.db, event.id, 'B', 'Services')]
  ids = await givenParticipants(app.db, event, ROSTER)
  for (const [at, id] of ids.entries())
    await app.db
      .updateTable('registrations')
      .set({ trackId: tracks[at % 2]! })
      .where('id', '=', id)
      .execute()
  await givenRule(app.db, event.id)
})

afterEach(async () => {
  const broken = isWhole ? (await checkInvariants(app.db)).filter(({ violations }) => violations > 0) : []
  await app.close()
  expect(broken).toEqual([])
})

async function as(role: 'organizer' | 'instructor', trackId = '') {
  const email = `${role}-${newId(NOW)}@example.org`
  const scope = { scope: 'event' as const, scopeId: event.id, trackId }
  const { accountId } = await givenAccount(app.db, email, [{ role, ...scope }])
  app.forgetCookies()
  await signInAs(app, accountId)
}

async function issued() {
  await as('organizer')
  const done = await app.post(`/organize/${event.slug}/certificates/issue`, {})
  expect(done.status).toBe(303)
  app.forgetCookies()
  return await certificatesOf(app.db, event.id)
}

async function keyed(id: string, path = '') {
  const { code } = await app.db
    .selectFrom('registrations')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const seat = (await keyedSeat(app.db, code))!
  return `/registrations/${code}/certificate${path}?key=${seatKey(app.services.config.secret, seat)}`
}

test('the organizer sees who gets one, issues in one action, prints, and pressing again changes nothing', async () => {
  await as('organizer')
  const base = `/organize/${event.slug}/certificates`
  expect(await (await app.get(`${base}/issue`)).text()).toContain('12 people get a certificate')
  expect((await app.post(`${base}/issue`, {})).headers.get('Location')).toBe(`${base}?issue=12`)
  expect((await app.post(`${base}/issue`, {})).headers.get('Location')).toBe(`${base}?issue=0`)
  const list = await (await app.get(`${base}?show=issued`)).text()
  for (const { fullName } of ROSTER) expect(list).toContain(fullName.replaceAll('&', '&amp;'))
  const pdf = await app.get(`${base}.pdf`)
  expect(pdf.headers.get('Content-Type')).toBe('application/pdf')
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('the rule, the text and who signs are saved, stand on the certificate, and are not overwritten silently', async () => {
  await as('organizer')
  const base = `/organize/${event.slug}/certificates`
  const rule = { minimumShare: '0', needsSurveyId: '', hours: '30', namesUntilAt: '' }
  expect((await app.post(`${base}/rule`, rule)).status).toBe(303)
  expect((await app.post(`${base}/rule`, { ...rule, seen: 'older' })).status).toBe(409)
  expect((await app.post(`${base}/rule`, { ...rule, minimumShare: '101' })).status).toBe(422)
  const text = `${base}/text?track=${tracks[0]}&text=en`
  expect((await app.post(text, { body: 'did {track} for {days} ({nonsense})' })).status).toBe(422)
  expect((await app.post(text, { body: 'did {track} for {days}, {hours}' })).status).toBe(303)
  const sign = { name1: 'Оксана Ткаченко', latinName1: 'Oksana Tkachenko', title1: 'Instructor', name2: '', name3: '' }
  expect((await app.post(`${base}/signatories?track=`, sign)).status).toBe(303)
  const rows = await issued()
  const said = rows.map(
    ({ content }) => JSON.parse(content) as { track: string; statement: string; signatories: unknown },
  )
  expect(said.filter(({ track }) => track === 'Routing').map(({ statement }) => statement)).toEqual(
    Array.from({ length: 6 }, () => 'did Routing for 5 days, 30 hours'),
  )
  expect(said[0]!.signatories).toEqual([
    { name: 'Оксана Ткаченко', latinName: 'Oksana Tkachenko', title: 'Instructor' },
  ])
})

test('an instructor of one track reads over and signs off theirs, and finds nothing of another track', async () => {
  await as('instructor', tracks[0])
  const base = `/teach/${event.slug}/certificates`
  const page = await (await app.get(base)).text()
  expect(page).toContain('Contohwati')
  expect(page).not.toContain('Dæmisdóttir')
  expect((await app.get(`${base}/${ids[1]}`)).status).toBe(404)
  expect((await app.post(`${base}/${ids[1]}`, { name: 'X', latinName: '', seen: '' })).status).toBe(404)
  expect((await app.post(`${base}/${ids[1]}/sign-off`, {})).status).toBe(404)
  expect((await app.post(base, { person: [ids[0]!, ids[1]!], page: '1' })).headers.get('Location')).toContain('done=1')
  expect((await app.post(`${base}/${ids[0]}`, { name: 'Contoh Wati', latinName: '', seen: '' })).status).toBe(303)
  const rows = await app.db.selectFrom('certificateNames').select(['registrationId', 'name']).execute()
  expect(rows).toEqual([{ registrationId: ids[0], name: 'Contoh Wati' }])
  expect((await app.get(`/organize/${event.slug}/certificates`)).status).toBe(404)
})

test('strangers find neither desk, and nobody finds another event’s people', async () => {
  for (const path of [`/organize/${event.slug}/certificates`, `/teach/${event.slug}/certificates`])
    expect((await app.get(path)).status).toBe(303)
  const { accountId } = await givenAccount(app.db, 'nobody@example.org')
  await signInAs(app, accountId)
  for (const path of [`/organize/${event.slug}/certificates`, `/organize/${event.slug}/certificates.pdf`])
    expect((await app.get(path)).status).toBe(404)
  expect((await app.post(`/organize/${event.slug}/certificates/issue`, {})).status).toBe(404)
  const other = await givenEvent(app.db)
  const [foreign] = await givenParticipants(app.db, other, [{ fullName: 'Foreign' }])
  await as('organizer')
  for (const path of ['', '/decide', '/revoke', '/reissue'])
    expect((await app.get(`/organize/${event.slug}/certificates/${foreign}${path}`)).status).toBe(404)
})

test('the bearer agrees to the name and later downloads the PDF; without the key there is nothing, and it is small', async () => {
  const address = await keyed(ids[4]!)
  const before = await app.get(address)
  const html = await before.text()
  expect(before.headers.get('Cache-Control')).toBe('no-store')
  expect(html).toContain('山田 例')
  expect(html).not.toContain('<script')
  expect(brotliCompressSync(html).byteLength).toBeLessThan(7 * 1024)
  expect((await app.get(address.replace(/key=.{4}/, 'key=AAAA'))).status).toBe(404)
  expect((await app.get(await keyed(ids[4]!, '.pdf'))).status).toBe(404)
  expect((await app.post(address, { seen: '', name: '', latinName: '' })).status).toBe(422)
  expect((await app.post(address, { seen: '', name: '山田 麗', latinName: 'Rei Yamada' })).status).toBe(303)
  await issued()
  expect(await (await app.get(address)).text()).toContain('山田 麗')
  const pdf = Buffer.from(await (await app.get(await keyed(ids[4]!, '.pdf'))).arrayBuffer())
  const [row] = await app.db
    .selectFrom('certificates')
    .select('signature')
    .where('registrationId', '=', ids[4]!)
    .execute()
  expect(jwsInFile(pdf)).toBe(row!.signature)
  app.setNow('2027-07-03T22:00:00.000Z')
  expect((await app.post(address, { seen: NOW, name: 'Too late', latinName: '' })).status).toBe(409)
})

test('anybody checks a number, however it is typed; a wrong one is told so kindly, and guessing is stopped', async () => {
  const [row] = await issued()
  const serial = row!.serial
  const typed = serial.toLowerCase().replace('-', ' ')
  expect((await app.get(`/verify?serial=${encodeURIComponent(typed)}`)).headers.get('Location')).toBe(
    `/verify/${serial}`,
  )
  const page = await app.get(`/verify/${serial.replace('-', '')}`)
  const html = await page.text()
  expect(page.headers.get('X-Robots-Tag')).toBe('noindex')
  expect(html).toContain('This certificate is genuine')
  expect(html).not.toContain('<script')
  expect(brotliCompressSync(html).byteLength).toBeLessThan(7 * 1024)
  expect(await (await app.get(`/verify/${serial}.json`)).json()).toMatchObject({ state: 'issued', serial, version: 1 })
  for (let at = 0; at < 30; at++)
    expect((await app.get(`/verify/C${'A'.repeat(3)}-BBB${'ABCD'[at % 4]}`)).status).toBe(404)
  expect((await app.get(`/verify/${serial}`)).status).toBe(429)
})

test('a certificate of a removed event still verifies', async () => {
  const [row] = await issued()
  await app.db.updateTable('events').set({ status: 'draft' }).where('id', '=', event.id).execute()
  expect((await app.get(`/verify/${row!.serial}`)).status).toBe(200)
  // No command removes an event that has people: this is what is left when a backup is older, or somebody does it by hand.
  isWhole = false
  const isSqlite = app.services.config.databaseUrl.startsWith('sqlite')
  await app.db.connection().execute(async (db) => {
    await (isSqlite ? sql`pragma foreign_keys = off` : sql`set foreign_key_checks = 0`).execute(db)
    await db.deleteFrom('registrations').where('eventId', '=', event.id).execute()
    await db.deleteFrom('events').where('id', '=', event.id).execute()
    await (isSqlite ? sql`pragma foreign_keys = on` : sql`set foreign_key_checks = 1`).execute(db)
  })
  expect((await app.get(`/events/${event.slug}`)).status).toBe(404)
  const page = await app.get(`/verify/${row!.serial}`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('This certificate is genuine')
  expect((await app.get(`/verify/${row!.serial}.jws`)).status).toBe(200)
})

test('whoever forges is found out; revoked, earlier and erased ones are told apart', async () => {
  const [first, second, third] = await issued()
  const check = async (statement: string) => await (await app.post('/verify/check', { statement })).text()
  expect(await check(first!.signature)).toContain('it is what we say today')
  const [header, payload, signature] = first!.signature.split('.') as [string, string, string]
  const claim = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { certificate: { name: string } }
  claim.certificate.name = 'Somebody Else'
  const edited = Buffer.from(JSON.stringify(claim)).toString('base64url')
  expect(await check(`${header}.${edited}.${signature}`)).toContain('This was not signed by us')
  const stranger = signingKey('another installation’s secret, which nobody knows')
  const foreign = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: stranger.id })).toString('base64url')
  expect(await check(`${foreign}.${payload}.${signature}`)).toContain('This was not signed by us')
  expect(await check(`${header}.${payload}.${second!.signature.split('.')[2]}`)).toContain('This was not signed by us')
  expect(await check('hello')).toContain('There is no signed certificate in it')
  await as('organizer')
  const base = `/organize/${event.slug}/certificates`
  expect((await app.post(`${base}/${second!.registrationId}/revoke`, { reason: '' })).status).toBe(422)
  expect((await app.post(`${base}/${second!.registrationId}/revoke`, { reason: 'By mistake.' })).status).toBe(303)
  await app.post(`${base}/${third!.registrationId}`, { seen: '', name: 'Corrected', latinName: '' })
  expect((await app.post(`${base}/reissue`, {})).headers.get('Location')).toBe(`${base}?reissue=1`)
  app.forgetCookies()
  expect(await check(second!.signature)).toContain('This certificate was revoked')
  expect(await check(third!.signature)).toContain('This is an earlier version')
  const page = await (await app.get(`/verify/${second!.serial}`)).text()
  expect(page).toContain('By mistake.')
  expect(await (await app.get(`/verify/${third!.serial}`)).text()).toContain('It was issued anew on')
})

test('old certificates verify after the secret was changed', async () => {
  const [row] = await issued()
  Object.assign(app.services.config, { secret: 'an entirely different secret of forty letters' })
  await givenParticipants(app.db, event, [{ fullName: 'Later' }])
  await issued()
  const page = await (await app.get(`/verify/${row!.serial}`)).text()
  expect(page).toContain('This certificate is genuine')
  const { keys } = (await (await app.get('/verify/keys.json')).json()) as { keys: unknown[] }
  expect(keys).toHaveLength(2)
})

test('judges that know nothing of us say the same: the page’s own recipe for OpenSSL, and a library of Python', async (context) => {
  if (!['openssl', 'jq', 'sh'].every((name) => findOnPath(name))) context.skip()
  const [row] = await issued()
  const page = await (await app.get('/verify/how')).text()
  const recipe = /<pre[^>]*>([^]*?)<\/pre>/.exec(page)![1]!
  const script = recipe
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
  const folder = await mkdtemp(join(tmpdir(), 'plenary-jws-'))
  try {
    await writeFile(join(folder, 'C2RF-94LB.jws'), await (await app.get(`/verify/${row!.serial}.jws`)).text())
    await writeFile(join(folder, 'keys.json'), await (await app.get('/verify/keys.json')).text())
    const { stdout } = await run('sh', ['-c', script], { cwd: folder })
    expect(stdout).toContain('Signature Verified Successfully')
    expect(stdout).toContain(row!.serial)
    const python = await run('python3', ['-c', PYTHON], { cwd: folder }).catch((error: { stderr: string }) => error)
    if (!python.stderr.includes('No module named')) expect(python).toMatchObject({ stdout: `${row!.serial}\n` })
    const last = row!.signature.replace(
      /\.([^.]+)\.([^.]+)$/,
      (_all, body: string, end: string) => `.${body.slice(0, -2)}AA.${end}`,
    )
    await writeFile(join(folder, 'C2RF-94LB.jws'), last)
    const forged = await run('sh', ['-c', script], { cwd: folder }).catch((error: { stdout: string }) => error)
    expect(forged.stdout).not.toContain('Signature Verified Successfully')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a page of one and of fifty people takes the same number of queries', async () => {
  await as('organizer')
  const other = await givenEvent(app.db, { tickets: [{ seats: 500 }] })
  await givenParticipants(
    app.db,
    event,
    Array.from({ length: 50 }, (_, at) => ({ fullName: `More ${at}` })),
  )
  await givenParticipants(app.db, other, [{ fullName: 'One' }])
  const { accountId } = await givenAccount(app.db, 'both@example.org', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
    { role: 'organizer', scope: 'event', scopeId: other.id },
  ])
  app.forgetCookies()
  await signInAs(app, accountId)
  for (const place of ['organize', 'teach']) {
    const [many, one] = [`/${place}/${event.slug}/certificates`, `/${place}/${other.slug}/certificates`]
    const counts = await countQueries(app, [many, one])
    expect(counts[many]).toBe(counts[one])
  }
})

test('guessing from many addresses of one network is guessing from one', async () => {
  const [row] = await issued()
  const look = (typed: string, last: number) =>
    lookUpCertificate(app.db, { typed, clientAddress: `2001:db8:1:2::${last}`, now: NOW })
  for (let at = 1; at <= 30; at++) expect(await look(`CAAA-BBB${'ABCD'[at % 4]}`, at)).toBe('unknown')
  expect(await look(row!.serial, 31)).toBe('often')
  const elsewhere = { typed: row!.serial, clientAddress: '2001:db8:1:3::1', now: NOW }
  expect(await lookUpCertificate(app.db, elsewhere)).toMatchObject({ serial: row!.serial })
})

test('who takes certificates away in one file is written down, with how many', async () => {
  await issued()
  await as('instructor', tracks[0])
  expect((await app.get(`/teach/${event.slug}/certificates.pdf`)).status).toBe(200)
  await as('organizer')
  expect((await app.get(`/organize/${event.slug}/certificates.pdf`)).status).toBe(200)
  const taken = await app.db
    .selectFrom('downloads')
    .select(['kind', 'rowCount', 'trackId'])
    .orderBy('rowCount')
    .execute()
  expect(taken).toEqual([
    { kind: 'certificates.pdf', rowCount: 6, trackId: tracks[0] },
    { kind: 'certificates.pdf', rowCount: 12, trackId: null },
  ])
})
