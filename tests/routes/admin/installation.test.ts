import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { zonesSaying } from '#tests/support/zones-saying.ts'
import { epochMilliseconds } from '#app/values/moment.ts'
import { runtimeZones } from '#app/values/zones/runtime-zones.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
  const administrator = await givenAccount(app.db, 'administrator@plenary.example', [
    { role: 'administrator', scope: 'installation' },
  ])
  await signInAs(app, administrator.accountId)
})

afterEach(() => app.close())

async function pageOf(language = ''): Promise<string> {
  const response = await app.get(`${language}/admin`)
  expect(response.status).toBe(200)
  return (await response.text()).replaceAll('<!-- -->', '')
}

test('says which zone data counts, what else there is, and about which zones the runtime would be wrong', async () => {
  const winter = Date.UTC(2027, 9, 31, 1) / 1000
  const used = zonesSaying('2027b', {
    'Europe/Berlin': [
      [-Infinity, 7200],
      [winter, 3600],
    ],
    'Africa/Kigali': [[-Infinity, 7200]],
  })
  app.services.zones = { used, all: [used, runtimeZones('2026c')] }
  const page = await pageOf()
  expect(page).toMatch(/<dt>Plenary<\/dt>[^]*2027b[^]*in use[^]*<dt>Node<\/dt>[^]*2026c/)
  expect(page).toContain('Node by itself would be wrong about one zone')
  expect(page).toMatch(/Europe\/Berlin[^]*(from 21 November 2026 on|21 November 2026 to)[^]*UTC\+2[^]*UTC\+1/)
  expect(page).not.toContain('Africa/Kigali')
  for (const language of ['/fr', '/ar']) expect(await pageOf(language)).not.toMatch(/zone\.[a-z]+/)
})

test('is calm where the runtime agrees', async () => {
  const from = epochMilliseconds(NOW) / 1000
  const asked = runtimeZones(process.versions.tz, { from, until: from + 6 * 365 * 86_400 })
  const same = { ...asked, source: 'system' as const }
  app.services.zones = { used: same, all: [same] }
  const page = await pageOf()
  expect(page).toContain('Node agrees about every zone')
  expect(page).not.toContain('would be wrong')
})
