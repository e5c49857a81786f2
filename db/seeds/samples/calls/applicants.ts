import { answersOf, type SampleForm } from './answers.ts'
import { chance, type Chance } from '#app/values/chance.ts'
import { SAMPLE_PEOPLES, type SamplePeople } from './peoples.ts'
import { SAMPLE_SENTENCES } from './sentences.ts'

/** An invented applicant with everything that they wrote; what is between 0 and 1 is decided by who stores it. */
export interface SampleApplicant {
  fullName: string
  latinName: string | null
  email: string
  country: string
  language: string
  channel: 'web' | 'text' | 'on-behalf'
  /** Ids of choices, the first wish first. */
  wishes: string[]
  answers: Record<string, string[]>
  /** Who has the same number applies with them. */
  team: number | null
  referee: { fullName: string; email: string; letter: string }
  /** How good it is, as reviewers will find. */
  quality: number
  /** When it was sent, between opening and closing: more towards the end. */
  at: number
}

const SHAPE = 0.45

/** As many applicants as wanted; the same seed makes the same ones. `domain` is where their addresses are. */
export function sampleApplicants(
  form: SampleForm,
  { count, seed, peoples = SAMPLE_PEOPLES }: { count: number; seed: string; peoples?: SamplePeople[] },
): SampleApplicant[] {
  const dice = chance(seed)
  const applicants: SampleApplicant[] = []
  for (let at = 0; at < count; at++) {
    const before = applicants.at(-1)
    // A colleague of who came before, from the same country.
    const joins = form.takesTeams && before !== undefined && dice.is(0.07)
    const applicant = sampleApplicant(form, { at, seed, dice, peoples, country: joins ? before.country : null })
    if (joins) {
      before.team ??= at
      const size = applicants.filter(({ team }) => team === before.team).length
      if (size < 3) applicant.team = before.team
    }
    applicants.push(applicant)
  }
  return applicants
}

function sampleApplicant(
  form: SampleForm,
  {
    at,
    seed,
    dice,
    peoples,
    country,
  }: { at: number; seed: string; dice: Chance; peoples: SamplePeople[]; country: string | null },
): SampleApplicant {
  const people = peopleOf(peoples, country, dice)
  const lives = country ?? dice.one(people.countries)
  const gender = dice.is(0.44) ? 'woman' : 'man'
  const language = dice.one(people.writes)
  const quality = (dice.next() + dice.next() + dice.next()) / 3
  const wishes = wishesOf(form, language, dice)
  const said = dice.is(0.93) ? (dice.is(0.02) ? 'other' : gender) : null
  return {
    ...nameOf(people, gender, dice),
    email: `${seed}-${at + 1}@example.org`,
    country: lives,
    language,
    channel: dice.is(0.9) ? 'web' : dice.is(0.6) ? 'text' : 'on-behalf',
    wishes,
    answers: answersOf(form, {
      people,
      country: lives,
      language,
      gender: said,
      firstWish: wishes[0] ?? null,
      quality,
      dice,
    }),
    team: null,
    referee: {
      fullName: nameOf(people, dice.is(0.5) ? 'woman' : 'man', dice).fullName,
      email: `referee-${seed}-${at + 1}@example.org`,
      letter: dice.some(SAMPLE_SENTENCES.letter![language] ?? [], 2).join(' '),
    },
    quality,
    at: dice.next() ** SHAPE,
  }
}

function peopleOf(peoples: SamplePeople[], country: string | null, dice: Chance): SamplePeople {
  const same = peoples.find(({ countries }) => country !== null && countries.includes(country))
  if (same) return same
  let left = dice.next() * peoples.reduce((sum, { share }) => sum + share, 0)
  return peoples.find(({ share }) => (left -= share) < 0) ?? peoples[0]!
}

/** A name as its bearer writes it, and in Latin letters where it is not. */
function nameOf(people: SamplePeople, gender: 'woman' | 'man', dice: Chance) {
  const given = dice.below(people.given[gender].length)
  const family = dice.below(people.family.length)
  const initial = dice.is(0.3) ? `${String.fromCodePoint(65 + dice.below(26))}. ` : ''
  const { latin, order } = people
  const own = joined(people.given[gender][given]!, people.family[family]!, order)
  return {
    fullName: order === undefined && latin === undefined ? own.replace(' ', ` ${initial}`) : own,
    latinName: latin ? `${latin.given[gender][given]} ${latin.family[family]}` : null,
  }
}

function joined(given: string, family: string, order: SamplePeople['order']): string {
  if (order === 'family-first') return `${family} ${given}`
  if (order === 'together') return `${family}${given}`
  return order === 'given-only' ? given : `${given} ${family}`
}

/** What is taught in a language is wished for by who writes in it; everybody else takes the rest. */
function wishesOf({ choices, choicesMaximum }: SampleForm, language: string, dice: Chance): string[] {
  const own = choices.filter(({ taughtIn }) => taughtIn === language)
  const fits = choices.filter(({ taughtIn }) => taughtIn === null || taughtIn === 'en' || taughtIn === language)
  const first = language !== 'en' && own.length > 0 && dice.is(0.65) ? dice.one(own) : firstOf(fits, dice)
  const rest = dice.some(
    fits.filter((choice) => choice !== first),
    Math.min(choicesMaximum - 1, dice.below(3)),
  )
  return [first, ...rest].map(({ id }) => id)
}

/** The second of several is the most wanted, as routing is. */
function firstOf<Choice>(choices: Choice[], dice: Chance): Choice {
  return choices.length > 1 && dice.is(0.25) ? choices[1]! : dice.one(choices)
}
