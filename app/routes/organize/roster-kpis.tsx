import type { DecisionFacts } from '#app/participants/rosters/decision-facts.server.ts'
import type { Roster } from '#app/participants/rosters/find-roster.server.ts'
import type { RiskCounts } from '#app/participants/rosters/risk-counts.server.ts'
import { count } from '#app/ui/event/words.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  roster: Roster
  facts: DecisionFacts
  risks: RiskCounts
}

/** The figures that a decision rests on. */
export function RosterKpis({ roster, facts, risks }: Props) {
  const { t, language } = usePage()
  const enough = roster.minimum === null ? t('roster.noMinimum') : t('roster.ofMinimum', { minimum: roster.minimum })
  const held = facts.held > 0 ? ` · ${t('roster.heldToo', { count: facts.held })}` : ''
  return (
    <Kpis
      items={[
        { label: t('roster.confirmed'), value: count(facts.confirmed, language), detail: enough + held },
        { label: t('roster.countries'), value: count(facts.countries, language) },
        { label: t('roster.visaOpen'), value: count(risks.visa, language), detail: t('roster.visaDetail') },
        facts.survey
          ? {
              label: t('roster.survey'),
              value: count(facts.survey.answered, language),
              detail: t('roster.surveyOf', { answered: facts.survey.answered, of: facts.survey.of }),
            }
          : { label: t('roster.survey'), value: '–', detail: t('roster.surveyNone') },
      ]}
    />
  )
}
