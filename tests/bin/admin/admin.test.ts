import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testServices } from '#tests/support/app.ts'
import { everything, minimal } from '#tests/events/event-documents.ts'
import { listEventIds, readDocuments } from '#app/events/document/read-documents.server.ts'
import { seedDemonstration } from '#app/jobs/seed-demonstration.server.ts'
import { linkOf } from '#app/people/sign-in-token.ts'
import { TABLES } from '#db/backup/tables.ts'

let here: Awaited<ReturnType<typeof testServices>>
let folder: string
beforeEach(async () => {
  here = await testServices()
  folder = await mkdtemp(join(tmpdir(), 'plenary-admin-'))
})
afterEach(async () => {
  await here.close()
  await rm(folder, { recursive: true })
})

/** What bin/admin.ts does with a subcommand, on the database of a test. */
async function admin([name, ...args]: string[], on = here, environment: Record<string, string> = {}) {
  const given = { DATABASE_URL: on.services.config.databaseUrl, DATA_DIR: folder, BASE_URL: 'http://plenary.test' }
  for (const [key, value] of Object.entries({ ...given, ...environment })) vi.stubEnv(key, value)
  const told = { out: '', err: '' }
  vi.spyOn(console, 'log').mockImplementation((line) => void (told.out += `${line}\n`))
  vi.spyOn(console, 'error').mockImplementation((line) => void (told.err += `${line}\n`))
  try {
    const subcommand = (await import(`../../../bin/admin/${name}.ts`)) as {
      run(args: string[]): Promise<number | void>
    }
    const code = (await subcommand.run(args)) ?? 0
    return { code, ...told }
  } catch (error) {
    return { code: 1, out: told.out, err: (error as Error).message }
  } finally {
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}

/** The tool itself, as a process. */
function tool(...args: string[]) {
  return new Promise<{ code: number; out: string }>((done) => {
    execFile(process.execPath, ['bin/admin.ts', ...args], (error, out) =>
      done({ code: error ? Number(error.code) : 0, out }),
    )
  })
}

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('each subcommand says how it is used', async () => {
  const overview = await tool('--help')
  const names = [
    'backup',
    'calendar-reply',
    'create-admin',
    'erase-person',
    'export',
    'import',
    'migrate',
    'reconcile',
    'restore',
    'seed',
  ]
  for (const name of names) expect(overview.out).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
  expect((await tool('import', '--help')).out).toContain('all of them or none')
  const wrong = await admin(['seed', 'everything'])
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('There is no seed “everything”.') })
  expect((await admin(['import'])).err).toContain('Something is missing.')
  expect((await admin(['migrate', '--force'])).err).toContain("Unknown option '--force'")
})

test('create-admin makes an administrator, and its link signs in', async () => {
  const { code, out } = await admin(['create-admin', 'Root@Example.org'])
  expect(code).toBe(0)
  const token = /\/signin\/link\/(\S+)/.exec(out)![1]!
  const links = await here.db.selectFrom('signInLinks').select(['id', 'emailKey', 'usedAt']).execute()
  expect(links).toEqual([
    { id: linkOf(here.services.config.secret, token), emailKey: 'root@example.org', usedAt: null },
  ])
  const roles = await here.db.selectFrom('roles').select(['role', 'scope']).execute()
  expect(roles).toEqual([{ role: 'administrator', scope: 'installation' }])
  expect((await admin(['create-admin', 'nobody'])).err).toContain('“nobody” is no e-mail address.')
})

test('import takes all or nothing, and tells every problem with its place', async () => {
  const file = await fileOf('events.json', everything())
  expect(await admin(['import', file])).toMatchObject({ code: 0, out: expect.stringContaining('3 created, 0 updated') })
  expect((await admin(['import', file])).out).toContain('0 created, 0 updated, 3 unchanged.')

  const bad = { ...minimal({ slug: 'Bad Slug' }), dates: { startsOn: '2027-02-30', endsOn: '2027-13', zone: 'Mars' } }
  const wrong = await admin(['import', await fileOf('bad.json', [minimal({ slug: 'good' }), bad])])
  expect(wrong.code).toBe(1)
  const paths = wrong.err.split('\n').flatMap((line) => line.match(/^\$\S*/) ?? [])
  expect(paths).toEqual(['$[1].slug', '$[1].dates.startsOn', '$[1].dates.endsOn', '$[1].dates.zone'])
  expect(wrong.err).toContain('4 problems; nothing was imported.')
  expect(await listEventIds(here.db)).toHaveLength(3)

  expect((await admin(['import', await fileOf('no.json', '{"slug": ')])).err).toContain('is no JSON')
  expect((await admin(['import', join(folder, 'nowhere.json')])).err).toContain('cannot be read: ENOENT.')
})

test('what export writes, import takes into another database', async () => {
  await admin(['import', await fileOf('events.json', everything())])
  const file = join(folder, 'export.json')
  expect((await admin(['export', file])).out).toContain('3 events written')
  expect((await admin(['export', file])).err).toContain('is there already')
  const other = await testServices()
  try {
    expect(await admin(['import', file], other)).toMatchObject({ code: 0 })
    expect(await documentsOf(other.db)).toEqual(await documentsOf(here.db))
  } finally {
    await other.close()
  }
})

async function documentsOf(db: typeof here.db) {
  return await readDocuments(db, { eventIds: await listEventIds(db), isPrivate: true })
}

test('seed history loads the records; seed demo is not for production', async () => {
  expect((await admin(['seed', 'history'])).out).toContain('177 events created')
  const production = {
    PLENARY_MODE: 'production',
    SESSION_SECRET: 'x'.repeat(40),
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'plenary@example.org',
    STRIPE_SECRET_KEY: 'sk_test_0000',
    STRIPE_WEBHOOK_SECRET: 'whsec_0000',
  }
  const refused = await admin(['seed', 'demo'], here, production)
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('PLENARY_MODE is production') })
  expect((await admin(['migrate'], here, { PORT: 'x' })).err).toContain('PORT must be')
})

test('erase-person and reconcile say what they did', async () => {
  await seedDemonstration(here.services, here.services.clock.now())
  expect((await admin(['erase-person', 'roster-03@plenary.example'])).out).toContain(
    '1 person, 0 accounts, 1 registration',
  )
  expect(await admin(['erase-person', 'roster-03@plenary.example'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nobody with that address is here.'),
  })
  expect((await admin(['reconcile'])).out).toContain('0 payments checked, 0 paid')
}, 120_000)

test('a backup holds every row, and restore fills only an empty database with it', async () => {
  await seedDemonstration(here.services, here.services.clock.now())
  await admin(['import', await fileOf('events.json', everything())])
  const file = join(folder, 'plenary.backup')
  expect(await admin(['backup', file])).toMatchObject({ code: 0, err: '' })
  expect(await admin(['backup', file])).toMatchObject({ code: 1, err: expect.stringContaining('is there already') })
  expect((await admin(['restore', file])).err).toContain('The database is not empty')

  const other = await testServices()
  try {
    const damaged = join(folder, 'damaged.backup')
    await writeFile(damaged, (await readFile(file)).subarray(0, 20_000))
    expect((await admin(['restore', damaged], other)).err).toContain('damaged or cut short')
    const lines = gunzipSync(await readFile(file))
      .toString()
      .trim()
      .split('\n')
    await writeFile(damaged, gzipSync(lines.slice(0, -1).join('\n')))
    expect((await admin(['restore', damaged], other)).err).toContain('The backup is cut short.')
    const older = JSON.stringify({ ...(JSON.parse(lines[0]!) as object), migrations: ['0001-people'] })
    await writeFile(damaged, gzipSync(`${[older, ...lines.slice(1)].join('\n')}\n`))
    expect((await admin(['restore', damaged], other)).err).toContain('of another version')
    expect((await admin(['restore', await fileOf('x', 'plain')], other)).err).toContain('is no backup')

    expect(await admin(['restore', file], other)).toMatchObject({ code: 0, err: '' })
    for (const [table] of TABLES)
      expect([table, await rowsOf(other.db, table)]).toEqual([table, await rowsOf(here.db, table)])
  } finally {
    await other.close()
  }
  // The whole demonstration written, read and written again: on a busy machine more than the usual time.
}, 120_000)

test('a backup goes from either database into SQLite and back, and nothing changes', async () => {
  await admin(['import', await fileOf('events.json', everything())])
  const [there, back] = [join(folder, 'there.backup'), join(folder, 'back.backup')]
  const file = { DATABASE_URL: `sqlite:${join(folder, 'other.sqlite')}` }
  expect(await admin(['backup', there])).toMatchObject({ err: '' })
  expect(await admin(['restore', there], here, file)).toMatchObject({ code: 0, err: '' })
  expect(await admin(['backup', back], here, file)).toMatchObject({ code: 0, err: '' })
  const other = await testServices()
  try {
    expect(await admin(['restore', back], other)).toMatchObject({ code: 0, err: '' })
    for (const [table] of TABLES)
      expect([table, await rowsOf(other.db, table)]).toEqual([table, await rowsOf(here.db, table)])
  } finally {
    await other.close()
  }
})

async function rowsOf(db: typeof here.db, table: (typeof TABLES)[number][0]) {
  const rows = (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row))
  return rows.toSorted()
}

test('the backup knows every table and its key', async () => {
  const tables = await here.db.introspection.getTables()
  const own = tables.map((table) => table.name).filter((name) => !/^kysely/i.test(name))
  const known = TABLES.map(([table]) => table)
  expect(own.map(camelCase).toSorted()).toEqual(known.toSorted())
})

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
