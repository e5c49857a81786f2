import { sentRows } from './price-rows.tsx'
import type { ListedCriterion } from '#app/applications/calls/list-criteria.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What a criterion counts for each category of applicants. */
export function Weights({ form, criterion }: { form: FormState; criterion: ListedCriterion | null }) {
  const { t } = usePage()
  const weights = criterion?.weights ?? { '': 10 }
  const fields = { weight: weights[''], firstTime: weights['first-time'], returning: weights.returning }
  return (
    <Leaf id="weights" title={t('call.rubric.weights')} isWide>
      <p className="hint">{t('call.rubric.weightsHint')}</p>
      <div className="cols">
        {(['weight', 'firstTime', 'returning'] as const).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            type="number"
            label={t(`call.fields.${name}`)}
            defaultValue={fields[name]}
            isOptional={name !== 'weight'}
          />
        ))}
      </div>
    </Leaf>
  )
}

const MORE = 2
const FEWEST = 3
const MOST_ANCHORS = 12

/** What scores mean, a row each, with a few empty ones. */
export function Anchors({
  form,
  anchors,
  language,
}: {
  form: FormState
  anchors: { score: number; text: string }[]
  language: string
}) {
  const { t } = usePage()
  const rows = Math.min(MOST_ANCHORS, Math.max(FEWEST, anchors.length + MORE, sentRows(form, 'anchors')))
  return (
    <Leaf id="anchors" title={t('call.rubric.anchors')} isWide>
      <p className="hint">{t('call.rubric.anchorsHint')}</p>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="cols">
          <TextField
            form={form}
            name={`anchors[${at}].score`}
            type="number"
            label={t('call.fields.score')}
            defaultValue={anchors[at]?.score}
            isOptional
          />
          <TextField
            form={form}
            name={`anchors[${at}].text`}
            label={t('call.fields.anchor')}
            defaultValue={anchors[at]?.text}
            lang={language}
            maxLength={500}
            isOptional
          />
        </div>
      ))}
    </Leaf>
  )
}
