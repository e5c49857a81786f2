import { givenRunner } from '../runs/given-runs.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { exportSheet } from '#app/participants/round-trip/export-sheet.server.ts'
import { receiveSheet } from '#app/participants/round-trip/receive-sheet.server.ts'
import { ALL_REGISTRATIONS } from '#app/participants/selection/registration-filter.ts'
import { translator } from '#app/locales/translate.ts'

/** Somebody with a spreadsheet program: takes the sheet of an event away, edits it, brings it back. */
export async function givenEditor() {
  const runner = await givenRunner()
  const { db } = runner
  const editor = {
    ...runner,
    async take(
      eventId: string,
      { kind = 'csv', language = 'en' }: { kind?: 'csv' | 'xlsx'; language?: 'en' | 'fr' | 'ar' } = {},
    ) {
      const t = translator(language)
      const headOf = (column: 'code') => t(`run.columns.${column}`)
      const input = { eventId, filter: ALL_REGISTRATIONS, kind, headOf: headOf as never, now: runner.now() }
      return (await exportSheet(db, input)).content
    },
    /** The sheet as rows that can be edited. */
    async rows(eventId: string) {
      return (await readSheet(await editor.take(eventId), { rows: 50_000, columns: 100 })).rows
    },
    send: async (eventId: string, content: Uint8Array, name = 'edited.csv') =>
      await receiveSheet(db, {
        eventId,
        content,
        name,
        accountId: runner.accountId,
        now: runner.now(),
      }),
    async bring(eventId: string, rows: string[][], kind: 'csv' | 'xlsx' = 'csv') {
      const received = await editor.send(eventId, await writeSheet(rows, kind))
      if (!received.ok) throw new Error(JSON.stringify(received.refusals))
      await runner.work()
      return received.value.runId
    },
    /** Puts a cell of the row of a code. */
    put(rows: string[][], code: string, head: string, value: string) {
      const [column, at] = [rows[0]!.indexOf(head), rows[0]!.indexOf('Code')]
      const row = rows.find((cells) => cells[at] === code)!
      while (row.length <= column) row.push('')
      row[column] = value
    },
    runRows: runner.rows,
    person: async (code: string) =>
      await db
        .selectFrom('registrations')
        .innerJoin('people', 'people.id', 'registrations.personId')
        .innerJoin('orders', 'orders.id', 'registrations.orderId')
        .selectAll('people')
        .select(['registrations.id as registrationId', 'activeKey', 'registrations.note', 'registrations.trackId'])
        .select(['orders.keyVersion', 'orders.language as mailLanguage'])
        .where('registrations.code', '=', code)
        .executeTakeFirstOrThrow(),
  }
  return editor
}

export type Editor = Awaited<ReturnType<typeof givenEditor>>
