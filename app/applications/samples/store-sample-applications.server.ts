import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { SampleApplicant, SampleFate, SampleMix } from './sample-applicant.ts'
import { type SampleEntry, type SampleRows, sampleRows } from './sample-rows.ts'
import type { Call } from '../calls/call.ts'
import { callCurrency } from '../applying/call-currency.server.ts'
import { insertAll } from '#app/events/document/insert-all.server.ts'
import { chance } from '#app/values/chance.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import { addSeconds, epochMilliseconds, type Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const MINUTES_OF_WORK = 50

/** An application that was stored, as whoever goes on with it needs it. */
export interface StoredSample {
  id: string
  number: number | null
  application: SampleRows['application']
  quality: number
  email: string
}

interface SampleInput {
  call: Call
  applicants: SampleApplicant[]
  mix: SampleMix
  seed: string
  now: Instant
}

/**
 * Stores invented applications of a call, many rows at once; nobody is written to. They are numbered in the order in
 * which they were sent, after those that there are.
 */
export async function storeSampleApplications(
  db: Kysely<Database>,
  { call, applicants, mix, seed, now }: SampleInput,
): Promise<StoredSample[]> {
  const stored = await transact(db, async (db) => {
    const currency = await callCurrency(db, call.id)
    const { lastNumber } = await db
      .selectFrom('calls')
      .select('lastNumber')
      .where('id', '=', call.id)
      .executeTakeFirstOrThrow()
    const teams = teamsOf(call, applicants, now)
    const entries = numbered(withMoments({ call, applicants, mix, seed, now }, teams.ids), lastNumber)
    const files = await storeFiles(db, call, entries)
    const rows = entries.map((entry, at) => sampleRows(call, { ...entry, files: files[at]! }, { currency, now }))
    await insertAll(db, 'applicationTeams', teams.rows)
    await insertAll(
      db,
      'people',
      rows.map(({ person }) => person),
    )
    await insertAll(
      db,
      'applications',
      rows.map(({ application }) => application),
    )
    await insertAll(
      db,
      'applicationChoices',
      rows.flatMap(({ wishes }) => wishes),
    )
    await insertAll(
      db,
      'applicationAnswers',
      rows.flatMap(({ answers }) => answers),
    )
    await insertAll(
      db,
      'referees',
      rows.flatMap(({ letters }) => letters),
    )
    const sent = entries.filter(({ number }) => number !== null).length
    await db
      .updateTable('calls')
      .set({ lastNumber: lastNumber + sent })
      .where('id', '=', call.id)
      .execute()
    return rows.map(({ application }, at): StoredSample => {
      const { applicant } = entries[at]!
      const { id, number } = application
      return { id, number, application, quality: applicant.quality, email: applicant.email }
    })
  })
  if (!stored.ok) throw new Error(`sample applications: ${stored.refusals.map(({ code }) => code).join(', ')}`)
  return stored.value
}

/** When each was begun and sent: between the opening and the closing, or now. */
function withMoments({ call, applicants, mix, seed, now }: SampleInput, teamIds: Map<number, string>): SampleEntry[] {
  const dice = chance(`${seed} fates`)
  const from = call.opensAt ?? now
  const until = call.closesAt !== null && call.closesAt < now ? addSeconds(call.closesAt, -60) : now
  const seconds = Math.max(1, (epochMilliseconds(until) - epochMilliseconds(from)) / 1000)
  return applicants.map((applicant) => {
    const drawn = dice.next()
    const state = drawn < mix.drafts ? 'draft' : drawn < mix.drafts + mix.withdrawn ? 'withdrawn' : 'submitted'
    const fate: SampleFate = {
      state,
      hasLetter: dice.is(mix.letters),
      pages: state === 'draft' ? 1 + dice.below(call.sections.length) : null,
    }
    const savedAt = addSeconds(from, Math.floor(seconds * applicant.at))
    return {
      applicant,
      fate,
      number: null,
      teamId: applicant.team === null ? null : teamIds.get(applicant.team)!,
      startedAt: addSeconds(savedAt, -60 * Math.min(MINUTES_OF_WORK, Math.floor((seconds * applicant.at) / 60))),
      savedAt,
      files: {},
    }
  })
}

function numbered(entries: SampleEntry[], lastNumber: number): SampleEntry[] {
  let number = lastNumber
  return entries
    .toSorted((one, other) => (one.savedAt < other.savedAt ? -1 : 1))
    .map((entry) => ({ ...entry, number: entry.fate.state === 'draft' ? null : ++number }))
}

function teamsOf({ id, takesTeams }: Call, applicants: SampleApplicant[], now: Instant) {
  const numbers = takesTeams ? [...new Set(applicants.flatMap(({ team }) => (team === null ? [] : [team])))] : []
  const ids = new Map(numbers.map((number) => [number, newId(now)]))
  const rows = numbers.map((number) => ({
    id: ids.get(number)!,
    callId: id,
    code: newCode('T').slice(1),
    createdAt: now,
  }))
  return { ids, rows }
}

/** A page with a line of text, as small as a PDF can be. */
const PAGE = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n4 0 obj<</Length 52>>stream\nBT /F 24 Tf 72 760 Td (A page of an example) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** A file for each question that wants one, of who came as far; by the question's code, in the order of the entries. */
async function storeFiles(
  db: Kysely<Database>,
  { sections, eventId }: Call,
  entries: SampleEntry[],
): Promise<Record<string, string>[]> {
  const digest = createHash('sha256').update(PAGE).digest('hex')
  const rows = entries.flatMap(({ fate, savedAt }, at) =>
    sections
      .slice(0, fate.pages ?? sections.length)
      .flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'file'))
      .map(({ code }) => ({
        at,
        code,
        file: {
          id: newId(savedAt),
          eventId,
          purpose: 'application' as const,
          name: `${code}.pdf`,
          mediaType: 'application/pdf',
          byteCount: PAGE.byteLength,
          digest,
          content: PAGE,
          createdAt: savedAt,
          eraseAt: null,
          erasedAt: null,
        },
      })),
  )
  await insertAll(
    db,
    'files',
    rows.map(({ file }) => file),
  )
  const files: Record<string, string>[] = entries.map(() => ({}))
  for (const { at, code, file } of rows) files[at]![code] = file.id
  return files
}
