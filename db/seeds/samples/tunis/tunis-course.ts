import { beforeAnswers, dailyAnswers, endAnswers } from './tunis-answers.ts'
import { type CoursePerson, TUNIS_PEOPLE } from './tunis-people.ts'
import { TUNIS_MATERIALS } from './tunis-materials.ts'
import { courseMarks } from './tunis-marks.ts'
import { courseNames, courseSignatories } from './tunis-names.ts'
import { COURSE_INSTRUCTOR } from './tunis-team.ts'
import { TUNIS_TRACKS } from './tunis-tracks.ts'
import { TUNIS_DAYS, TUNIS_ZONE, tunisCalendar, tunisDocument } from './tunis.ts'
import { addDays, type Instant } from '#app/values/moment.ts'

const [FIRST, LAST] = [TUNIS_DAYS[0]!, TUNIS_DAYS.at(-1)!]

/** The workshop that is over: when what happened, and to whom. */
export function tunisCourse(now: Instant) {
  const calendar = tunisCalendar(now)
  const at = (day: string, days: number, time: string) => calendar.at(addDays(day, days), time, TUNIS_ZONE)
  const before = (days: number, time = '10:00') => at(FIRST, -days, time)
  const after = (days: number, time = '10:00') => at(LAST, days, time)
  const here = TUNIS_PEOPLE.filter(({ change }) => change !== 'left')
  const answering = (people: CoursePerson[]) => people.map((person, at) => ({ ...person, at }))
  return {
    slug: tunisDocument(now).slug,
    seats: {
      early: seatsOf(
        tunisDocument(now).slug,
        TUNIS_PEOPLE.filter(({ change }) => change !== 'came'),
      ),
      late: seatsOf(
        tunisDocument(now).slug,
        TUNIS_PEOPLE.filter(({ change }) => change === 'came'),
      ),
      earlyAt: before(60),
      lateAt: before(5),
    },
    instructors: [
      { email: COURSE_INSTRUCTOR, fullName: 'Lasse Esimerkki', track: null },
      ...TUNIS_TRACKS.flatMap(({ code, people }) =>
        people.flatMap(({ email, fullName }) => (email ? [{ email, fullName, track: code }] : [])),
      ),
    ],
    roster: {
      minimum: 24,
      frozenAt: before(14, '00:00'),
      decidedAt: before(12),
      left: { emails: emailsOf(({ change }) => change === 'left'), at: before(8) },
      followedAt: before(5, '10:05'),
    },
    labs: {
      at: before(4),
      rooms: TUNIS_TRACKS.map(({ code, lab }) => ({
        track: code,
        groups: 4,
        pattern: {
          prefix: 'pc',
          from: 1,
          count: 16,
          columns: 4,
          firstRow: 1,
          machine: lab.machine,
          addressRange: lab.addresses,
          zoneName: lab.zone,
        },
      })),
    },
    surveys: [
      {
        kind: 'before' as const,
        at: before(30),
        answered: answering(here)
          .filter(({ change, at }) => change !== 'came' && at % 13 !== 12)
          .map((person) => ({ email: person.email, at: before(20), answers: beforeAnswers(person, person.at) })),
      },
      {
        kind: 'daily' as const,
        at: before(2),
        answered: TUNIS_DAYS.flatMap((day, number) =>
          answering(here).flatMap((person) => {
            const answers = dailyAnswers(person, person.at, number)
            return answers ? [{ email: person.email, at: at(day, 0, '16:40'), answers }] : []
          }),
        ),
      },
      {
        kind: 'end' as const,
        at: before(2),
        answered: answering(here)
          .filter(({ isSilent }) => !isSilent)
          .map((person) => ({
            email: person.email,
            at: after(person.at % 4, '17:30'),
            answers: endAnswers(person, person.at),
          })),
      },
      { kind: 'impact' as const, at: before(2), answered: [] },
    ],
    attendance: {
      planAt: before(3),
      taken: courseMarks(
        here,
        (day, time) => at(day, 0, time),
        (day) => calendar.day(day),
      ),
    },
    certificates: {
      ruleAt: at(FIRST, 2, '12:00'),
      minimumShare: 80,
      hours: 30,
      signatories: courseSignatories(),
      askedAt: after(-1),
      issuedAt: after(5),
      names: here.flatMap((person, number) => courseNames(person, after, number)),
      reissued: emailsOf(({ corrected }) => corrected?.isReissued === true).map((email) => ({ email, at: after(10) })),
      revoked: TUNIS_PEOPLE.flatMap(({ email, revoked }) =>
        revoked ? [{ email, reason: revoked, at: after(12) }] : [],
      ),
    },
    materials: TUNIS_MATERIALS,
    message: {
      at: after(4),
      language: 'en',
      subject: 'The materials stay where they are',
      body: 'Hello {name},\n\nall exercises and their answers stay beside the sessions, for as long as you need them.',
    },
  }
}

export type TunisCourse = ReturnType<typeof tunisCourse>

function emailsOf(wanted: (person: CoursePerson) => boolean): string[] {
  return TUNIS_PEOPLE.filter(wanted).map(({ email }) => email)
}

function seatsOf(event: string, people: CoursePerson[]) {
  return TUNIS_TRACKS.map(({ code, language }) => ({
    event,
    ticketType: code,
    language,
    people: people
      .filter(({ track }) => track === code)
      .map(({ fullName, latinName, email, country, affiliation, answers }) => ({
        fullName,
        ...(latinName ? { latinName } : {}),
        email,
        country,
        affiliation,
        answers,
      })),
  }))
}
