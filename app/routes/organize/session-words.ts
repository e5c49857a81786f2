import type { Key } from '#app/locales/translate.ts'
import type { Language } from '#app/locales/languages.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isKey } from '#app/locales/translate.ts'
import type { SessionFact } from '#app/programme/sessions/session-facts.ts'
import type { Option } from '#app/ui/fields.tsx'
import { languageName } from '#app/values/dates.ts'

/** What a kind of session is called. */
export function kindKey(kind: string): Key {
  const key = `event.programme.kinds.${kind}`
  return isKey(key) ? key : 'session.kindOther'
}

interface FactPair {
  fact: SessionFact
  saved: string
  typed: string
}

/** The facts that differ, in words; the moments behind doubled hours only where the hours are the same. */
export function factRows(facts: FactPair[], tracks: Option[], { t, language }: { t: Translate; language: Language }) {
  const differs = (fact: SessionFact) => facts.some((one) => one.fact === fact)
  const isImplied = (fact: SessionFact) =>
    (fact === 'startsMoment' && (differs('startsTime') || differs('heldOn'))) ||
    (fact === 'endsMoment' && (differs('endsTime') || differs('heldOn')))
  const word = (fact: SessionFact, value: string) => wordOf(fact, value, tracks, { t, language })
  return facts
    .filter(({ fact }) => !isImplied(fact))
    .map(({ fact, saved, typed }) => ({
      label: labelOf(fact, t),
      saved: word(fact, saved),
      typed: word(fact, typed),
    }))
}

function labelOf(fact: SessionFact, t: Translate): string {
  const key = `session.fields.${fact}`
  return isKey(key) ? t(key) : t(`organize.fields.${fact}` as Key)
}

function wordOf(
  fact: SessionFact,
  value: string,
  tracks: Option[],
  { t, language }: { t: Translate; language: Language },
) {
  if (value === '') return ''
  switch (fact) {
    case 'kind':
      return t(kindKey(value))
    case 'isStreamed':
    case 'takesSignUps':
    case 'isPublic':
      return t(value === '1' ? 'session.yes' : 'session.no')
    case 'trackId':
      return tracks.find((track) => track.value === value)?.label ?? ''
    case 'language':
    case 'interpretation':
      return value
        .split(',')
        .map((code) => languageName(code, language))
        .join(t('common.listSeparator'))
    case 'people':
      return value.split('\n').map(personOf).join(t('common.listSeparator'))
    default:
      return value
  }
}

/** A line of `sessionFacts`: role, name, Latin name, organization, address. */
function personOf(line: string): string {
  return line
    .split('|')
    .slice(1)
    .filter((part) => part !== '')
    .join(' · ')
}
