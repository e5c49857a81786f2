import { isKey } from '#app/locales/translate.ts'
import type { FundCondition } from '#app/scholarships/funds/fund.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

/** Whom a fund is for, in words: a line a condition. */
export function FundConditions({ conditions }: { conditions: FundCondition[] }) {
  const words = useConditionWords()
  const { t } = usePage()
  if (conditions.length === 0) return <>{t('fund.conditions.nobody')}</>
  return (
    <>
      {conditions.map((condition, at) => (
        <span key={condition.kind}>
          {at > 0 && <br />}
          {words(condition)}
        </span>
      ))}
    </>
  )
}

function useConditionWords() {
  const { t, language } = usePage()
  const joined = (parts: string[]) => parts.join(t('common.listSeparator'))
  return (condition: FundCondition): string => {
    switch (condition.kind) {
      case 'residence': {
        const lists = condition.lists.map((id) => {
          const key = `call.economies.${id}`
          return isKey(key) ? t(key) : id
        })
        const places = joined([...lists, ...condition.countries.map((code) => countryName(code, language))])
        return t(condition.isExcluded ? 'fund.conditions.notResidents' : 'fund.conditions.residents', { places })
      }
      case 'gender':
        return t('fund.conditions.gender', {
          genders: joined(condition.genders.map((one) => t(`fund.gender.${one as 'woman'}`))),
        })
      case 'first-time':
        return t('fund.conditions.firstTime')
      case 'choice':
        return t('fund.conditions.choice', { codes: joined(condition.codes) })
      case 'answer':
        return t('fund.conditions.answer', { question: condition.question, values: joined(condition.values) })
    }
  }
}
