import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent } from './event.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { type Phrase, type Say, sayIn } from './phrase.ts'
import { linkBlock, plainText, wrap } from './plain-text.ts'
import { changeWords } from '#app/programme/versions/change-words.ts'
import { concerning, type Standing } from '#app/programme/versions/concerns.ts'
import { diffProgrammes, type SessionChange, sessionOf } from '#app/programme/versions/diff.ts'
import type { Snapshot } from '#app/programme/versions/snapshot.ts'
import { formatDay } from '#app/values/dates.ts'
import { rememberLast } from '#app/values/remember.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'

export interface ProgrammeChangedProps {
  language: string
  event: MailEvent
  version: { number: number; note: string; releasedAt: Instant }
  /** Those that concern its reader (`changesFor`), one at least. */
  changes: SessionChange[]
  zone: string
  recipientName: string
  programmeUrl: string
  calendar: LetterCalendar | null
}

/** Of a line that stands two columns in. */
const COLUMNS = 76

/** So many sessions are told of in one mail; of more, that there are more. */
const MOST = 40

/** What changed between two versions: worked out once for all the mails about them. */
const diffOf = rememberLast(4, (contents) => {
  const [before, after] = contents.split('\n') as [string, string]
  return diffProgrammes(JSON.parse(before) as Snapshot, JSON.parse(after) as Snapshot)
})

/** Of what changed between two versions (as they are stored), what concerns one reader. */
export function changesFor(before: string, after: string, standing: Standing): SessionChange[] {
  return concerning(diffOf(`${before}\n${after}`), standing)
}

/** A new version of the programme, for one reader: what of it concerns them. */
export function programmeChanged(props: ProgrammeChangedProps): Letter {
  const { language, event, version, changes, zone } = props
  const say = sayIn(language)
  const day = formatDay(wallClock(version.releasedAt, event.zone).day, say.language)
  const heading = say('release.mail.heading', { event: event.title })
  const body = say('release.mail.body', { number: version.number, day })
  const told = changes.slice(0, MOST).map((change) => sessionPart(say, change, zone))
  const more = changes.length > MOST ? say('release.mail.more', { count: changes.length - MOST }) : null
  const note = version.note === '' ? null : say('release.mail.note', { note: version.note })
  const see = say('release.mail.see')
  const calendar = calendarNote(say, props.calendar, 'changed')
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('release.mail.footer', { name: props.recipientName, event: event.title })
  return {
    subject: say.subject('release.mail.subject', { event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${note && paragraph(note)}${told.map((part) => part.html)}${more && paragraph(more)}${button(see, props.programmeUrl)}${calendar.html}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [
        heading,
        body,
        note,
        ...told.map((part) => part.text),
        more,
        linkBlock(say, see, props.programmeUrl),
        ...calendar.text,
        questions,
      ],
      footer,
    ),
  }
}

/** Its title, and under it what became of it. */
function sessionPart(say: Say, change: SessionChange, zone: string) {
  const { title, language } = sessionOf(change)
  const name = say.value(title, language ?? undefined)
  const lines: Phrase[] = changeWords(change, zone, say.language).map(({ key, values }) => say(key, values))
  return {
    html: paragraph(html`<strong>${name}</strong>${lines.map((line) => html`<br />${line}`)}`),
    text: { lines: [name.text, ...lines.flatMap(({ text }) => wrap(text, COLUMNS).map((line) => `  ${line}`))] },
  }
}
