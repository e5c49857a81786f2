import { expect, test } from 'vitest'
import type { SkillColumn } from '#app/participants/skills/skill-column.ts'
import { laptopTotals, skillTotals } from '#app/participants/skills/skill-totals.ts'

const column = (key: string, meaning: SkillColumn['meaning'], kind = 'yesno'): SkillColumn => ({
  key,
  label: key,
  from: 'survey',
  meaning,
  kind,
  options: [{ value: 'never', label: 'Never' }],
})

const person = (values: Record<string, string[]>) => ({ language: null, values })

test('who brings a laptop and who needs one: the later answer counts, once', () => {
  const columns = [column('registration', 'laptop'), column('survey', 'laptop')]
  const people = [
    person({ registration: ['yes'] }),
    person({ registration: ['yes'], survey: ['no'] }),
    person({ survey: ['yes'] }),
    person({}),
  ]
  expect(laptopTotals(columns, people)).toEqual({ brings: 2, needs: 1, unknown: 1 })
  expect(laptopTotals([column('bgp', 'skill')], people)).toBeNull()
})

test('an option that nobody chose is counted too, and one that is no longer offered comes behind', () => {
  const [total] = skillTotals([column('bgp', 'skill', 'choice')], [person({ bgp: ['lab'] }), person({})])
  expect(total!.answers).toEqual([
    { value: 'never', label: 'Never', people: 0 },
    { value: 'lab', label: 'lab', people: 1 },
  ])
})
