import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countQueries } from './count-queries.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { givenCrowd } from '#tests/participants/selection/given-crowd.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { workOnRuns } from '#app/participants/runs/work-on-runs.server.ts'

type App = Awaited<ReturnType<typeof testApp>>

let app: App
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { tickets: [{ seats: 20 }] })
  const { accountId } = await givenAccount(app.db, 'organizer@example.org', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
})

afterEach(() => app.close())

const work = async () => {
  while ((await workOnRuns(app.db, app.services, { now: NOW })).worked);
}
const page = async (path: string) => {
  const response = await app.get(`/en/organize/${event.slug}/${path}`)
  return { status: response.status, text: await response.text() }
}
const seated = async (name: string) => {
  const person = aPerson(event.tickets[0]!.id, { fullName: name, country: 'RW' })
  return (await placed(app.db, anOrder(event, { people: [person] }))).registrations[0]!
}
const upload = async (content: Uint8Array, name = 'edited.xlsx') => {
  const form = new FormData()
  form.set('file', new File([Buffer.from(content)], name))
  return await app.fetch(`/en/organize/${event.slug}/sheet`, { method: 'POST', body: form })
}

describe('doing something to many', () => {
  it('leads from the chosen ones by what to do and a look at it to the result, without script', async () => {
    const trackId = await givenTrack(app.db, event.id, 'DNS')
    const [one, two] = [await seated('Amina'), await seated('Boris')]
    const base = `/en/organize/${event.slug}/runs`
    const chosen = `chosen=${one.id}&chosen=${two.id}`
    const choice = await page(`runs/new?${chosen}`)
    expect(choice.text).toContain('Chosen registrations: 2')
    expect(choice.text).toContain('kind=track')
    const created = await app.post(`${base}/new?${chosen}&kind=track`, { trackId })
    expect(created.status).toBe(303)
    const run = created.headers.get('Location')!.replace(/^.*\/runs\//, 'runs/')
    expect((await page(run)).text).toMatch(/http-equiv="refresh"/i)
    await work()
    const look = await page(run)
    expect(look.text).not.toMatch(/http-equiv="refresh"/i)
    expect(look.text).toContain('Do it for 2')
    expect((await app.post(`/en/organize/${event.slug}/${run}/start`, {})).status).toBe(303)
    await work()
    expect((await page(run)).text).toContain('Take it back')
    expect((await page(`${run}/undo`)).text).toContain('Rows done so far: 2')
    await app.post(`/en/organize/${event.slug}/${run}/undo`, {})
    await work()
    expect((await page(run)).text).toContain('Taken back')
    expect((await page('runs')).text).toContain('Move to another track')
  })

  it('takes all of a filter, and a form that is wrong comes back as typed', async () => {
    await seated('Amina')
    await seated('Boris')
    expect((await page('runs/new?all=1&q=amina')).text).toContain('filter means: 1')
    const wrong = await app.post(`/en/organize/${event.slug}/runs/new?all=1&kind=extend`, { until: 'soon' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('soon')
    const nobody = await app.post(`/en/organize/${event.slug}/runs/new?kind=confirm`, {})
    expect(nobody.status).toBe(409)
    expect((await page('runs/new')).text).toContain('Choose registrations first')
  })
})

describe('the sheet', () => {
  it.each(['csv', 'xlsx'] as const)('goes away, is edited and comes back (%s)', async (kind) => {
    await seated('Amina')
    const taken = await app.get(`/en/organize/${event.slug}/sheet.${kind}`)
    const { rows } = await readSheet(new Uint8Array(await taken.arrayBuffer()), { rows: 100, columns: 50 })
    expect(await app.db.selectFrom('downloads').select(['kind', 'rowCount']).execute()).toEqual([
      { kind: `sheet.${kind}`, rowCount: 1 },
    ])
    rows[1]![rows[0]!.indexOf('Name')] = 'أمينة'
    rows[1]![rows[0]!.indexOf('Country')] = 'Atlantis'
    const sent = await upload(await writeSheet(rows, kind), `edited.${kind}`)
    expect(sent.status).toBe(303)
    await work()
    const run = sent.headers.get('Location')!.replace(/^.*\/runs\//, 'runs/')
    const look = (await page(run)).text
    expect(look).toContain('أمينة')
    expect(look).toMatch(/Country: /)
    const refused = await app.get(`/en/organize/${event.slug}/${run}/refused.csv`)
    expect(await refused.text()).toMatch(/\r\n2,T.*,Amina,.*Country/)
  })

  it('is refused in a sentence at its field when it cannot be read', async () => {
    await seated('Amina')
    for (const [content, sentence] of [
      [Buffer.from(''), 'This file is empty'],
      [Buffer.from('%PDF-1.7 a'), 'neither a CSV file nor an Excel workbook'],
      [Buffer.from('Code,Version,Shoe size\nA,b,c\n'), 'There is no column “Shoe size” here'],
      [
        Buffer.concat([Buffer.from('Code,Version\nÞ,1\n'), Buffer.from('\xe9,2\n', 'latin1')]),
        'Line 3 is written in another encoding',
      ],
    ] as const) {
      const response = await upload(content, 'a.csv')
      expect(response.status).toBe(409)
      expect(await response.text()).toContain(sentence)
    }
    expect(await app.db.selectFrom('runs').selectAll().execute()).toEqual([])
  })
})

describe('who may', () => {
  it('only organizers of the event, and only its own runs', async () => {
    await seated('Amina')
    const created = await app.post(`/en/organize/${event.slug}/runs/new?all=1&kind=confirm`, {})
    const id = created.headers.get('Location')!.split('/').at(-1)!
    const other = await givenEvent(app.db, { tickets: [{ seats: 1 }] })
    const { accountId } = await givenAccount(app.db, 'other@example.org', [
      { role: 'organizer', scope: 'event', scopeId: other.id },
    ])
    const { accountId: desk } = await givenAccount(app.db, 'desk@example.org', [
      { role: 'front-desk', scope: 'event', scopeId: event.id },
    ])
    const paths = [
      'runs',
      'runs/new?all=1',
      `runs/${id}`,
      `runs/${id}/undo`,
      `runs/${id}/refused.csv`,
      'sheet',
      'sheet.csv',
      'sheet.xlsx',
    ]
    const steps = ['start', 'stop', 'go-on', 'discard', 'undo', 'conflicts']
    for (const account of [accountId, desk]) {
      await signInAs(app, account)
      for (const path of paths) expect([path, (await page(path)).status]).toEqual([path, 404])
      for (const step of steps)
        expect((await app.post(`/en/organize/${event.slug}/runs/${id}/${step}`, {})).status).toBe(404)
    }
    // Under the address of an event of one's own it is not there either.
    await signInAs(app, accountId)
    for (const path of [`runs/${id}`, `runs/${id}/undo`, `runs/${id}/refused.csv`])
      expect((await app.get(`/en/organize/${other.slug}/${path}`)).status).toBe(404)
    for (const step of steps)
      expect((await app.post(`/en/organize/${other.slug}/runs/${id}/${step}`, {})).status).toBe(404)
    expect(await app.db.selectFrom('runs').select('state').where('id', '=', id).executeTakeFirst()).toEqual({
      state: 'preview',
    })
  })
})

it('asks the same number of questions for one row as for fifty', async () => {
  const crowd = Array.from({ length: 50 }, () => ({ ticketTypeId: event.tickets[0]!.id }))
  const ids = await givenCrowd(app.db, event.id, crowd)
  const created = async (query: string) => {
    const response = await app.post(`/en/organize/${event.slug}/runs/new?${query}&kind=resend`, {})
    return response.headers.get('Location')!
  }
  const runs = [await created(`chosen=${ids[0]!}`), await created('all=1')]
  await work()
  const one = await countQueries(app, [
    runs[0]!,
    `/en/organize/${event.slug}/runs`,
    `/en/organize/${event.slug}/sheet?q=00001`,
  ])
  const many = await countQueries(app, [
    runs[1]!,
    `/en/organize/${event.slug}/runs`,
    `/en/organize/${event.slug}/sheet`,
  ])
  expect(Object.values(many)).toEqual(Object.values(one))
})
