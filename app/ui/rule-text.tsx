import type { EligibilityRule } from '#app/applications/calls/call.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { usePage } from './use-page.ts'
import { countryName } from '#app/values/dates.ts'
import { isKey } from '#app/locales/translate.ts'

/** A rule of eligibility in a sentence to who applies. */
export function RuleText({ rule, letters }: { rule: EligibilityRule; letters: number }) {
  const { t, language } = usePage()
  const join = (words: string[]) => words.join(t('common.listSeparator'))
  switch (rule.kind) {
    case 'residence': {
      const lists = rule.lists.map((id) => sentenceOf(`call.economies.${id}`, t))
      const named = [...lists, ...rule.countries.map((code) => countryName(code, language))]
      return t(rule.isExcluded ? 'application.rule.residenceExcluded' : 'application.rule.residence', {
        lists: join(named),
      })
    }
    case 'award-free-years':
      return t('application.rule.awardFree', { count: rule.years })
    case 'minimum-age':
      return t('application.rule.minimumAge', { age: rule.age })
    case 'maximum-age':
      return t('application.rule.maximumAge', { age: rule.age })
    case 'referee':
      return t('application.rule.referee', { count: Math.max(1, letters) })
    case 'complete':
      return t('application.rule.complete')
    case 'affiliation': {
      const kinds = rule.kinds.map((kind) => {
        const key = `application.rule.kinds.${kind}`
        return isKey(key) ? t(key) : kind
      })
      return t('application.rule.affiliation', { kinds: join(kinds) })
    }
  }
}
