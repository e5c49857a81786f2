import type { Kysely } from 'kysely'
import type { FormItem, TextAnswers } from './form-item.ts'
import { heldOfText } from './held-of-text.ts'
import type { Unread } from './unread.ts'
import { saveSection } from '#app/applications/applying/save-section.server.ts'
import { saveTeam } from '#app/applications/applying/save-team.server.ts'
import { saveWishes } from '#app/applications/applying/save-wishes.server.ts'
import { writeFacts } from '#app/applications/applying/write-facts.server.ts'
import type { HoldRefusal } from '#app/applications/applying/hold-application.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { type NamedReferee, nameReferees } from '#app/applications/referees/name-referees.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { attempt, transact } from '#db/transact.ts'

interface FillFromText {
  applicationId: string
  call: Call
  items: FormItem[]
  answers: TextAnswers
  unread: Unread[]
  /** What stands above what was not understood, in the organizers' note. */
  noteHead: string
  /** Of who is asked for letters, where the form does not say. */
  language: string
  waives?: boolean
  now: Instant
  actor: Actor
}

/**
 * Puts what a text form says into an application, as its pages would have. What was not understood is kept as a note; a
 * team that there is not, or letters from oneself, are left out and show as missing.
 */
export async function fillFromText(
  db: Kysely<Database>,
  input: FillFromText,
): Promise<Result<void, HoldRefusal | 'busy'>> {
  const { applicationId, call, items, answers, unread, noteHead, waives = false, now, actor } = input
  return await transact<void, HoldRefusal>(db, async (db) => {
    const step = { applicationId, call, seen: null, waives, now, actor }
    const wishes = items
      .filter(({ marker }) => marker.startsWith('form.wish-'))
      .flatMap(({ marker }) => call.choices.find(({ code }) => code === answers[marker]?.[0])?.id ?? [])
    if (wishes.length > 0) await saveWishes(db, { ...step, choiceIds: wishes })
    const held = heldOfText(items, answers)
    for (const { code, questions } of call.sections) {
      const said = questions.filter((question) => held[question.code] !== undefined)
      if (said.length > 0) await saveSection(db, { ...step, step: code, questions: said, answers: held })
    }
    const code = answers['form.team']?.[0]
    if (code) await attempt(db, async (db) => void (await saveTeam(db, { ...step, team: { code } })))
    const referees = namedIn(answers, input.language)
    if (referees.length > 0)
      await attempt(db, async (db) => void (await nameReferees(db, { applicationId, referees, now })))
    const note = [noteHead, ...unread.map(({ line, text }) => `${line}: ${text}`)].join('\n')
    if (unread.length > 0)
      await db
        .updateTable('applications')
        .set({ note: note.slice(0, 2000) })
        .where('id', '=', applicationId)
        .execute()
    await writeFacts(db, { call, applicationId, now })
  })
}

/** Those for whom both a name and an address are given. */
function namedIn(answers: TextAnswers, language: string): NamedReferee[] {
  const markers = Object.keys(answers).filter((marker) => /^form\.(referee-\d+|employer)-email$/.test(marker))
  return markers.flatMap((marker) => {
    const email = answers[marker]?.[0] ?? ''
    const fullName = answers[marker.replace(/email$/, 'name')]?.[0] ?? ''
    const isAddress = /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 191
    if (!isAddress || fullName === '') return []
    return [
      {
        kind: marker.includes('employer') ? ('employer' as const) : ('referee' as const),
        fullName: fullName.slice(0, 200),
        email,
        language,
      },
    ]
  })
}
