import type { ReviewPage } from './review-reading.server.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { fieldId } from '#app/ui/field-id.ts'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** Up to so many points stand side by side; more are typed. */
export const SIDE_BY_SIDE = 5

/** One criterion with what its scores mean. */
export function ScoreRow({
  criterion,
  columns,
  form,
}: {
  criterion: ReviewPage['criteria'][number]
  columns: number
  form: FormState
}) {
  const { t, language } = usePage()
  const { field, label, help, maximum, anchors, share, score } = criterion
  const id = fieldId(field)
  const errors = form.errors[field] ?? []
  const typed = typedValue(form, field) ?? (score === null ? '' : String(score))
  const percent = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <tr data-maximum={maximum} data-share={share}>
      <th scope="row" id={`${id}-l`}>
        <bdi>{label}</bdi> <small>{percent.format(share)}</small>
        <br />
        <small id={`${id}-h`}>
          {help && <bdi>{help}</bdi>}{' '}
          {anchors.map(({ score: at, text }, one) => (
            <span key={at}>
              {one > 0 && ' · '}
              <b>{at}</b> <bdi>{text}</bdi>
            </span>
          ))}
        </small>
        {errors.length > 0 && (
          <p className="err" id={`${id}-e`}>
            <span className="vh">{t('common.error')}</span>
            {errors.map((message) => sentenceOf(message, t, language)).join(' ')}
          </p>
        )}
      </th>
      {maximum <= SIDE_BY_SIDE ? (
        Array.from({ length: columns }, (_, one) =>
          one > maximum ? (
            <td key={one} />
          ) : (
            <td key={one} className="num">
              <label className="score">
                <span className="vh">{t('common.labelled', { label, text: '' })}</span>
                {one}
                <input
                  type="radio"
                  id={one === 0 ? id : undefined}
                  name={field}
                  value={one}
                  defaultChecked={typed === String(one)}
                  aria-describedby={`${id}-h`}
                />
              </label>
            </td>
          ),
        )
      ) : (
        <td className="num" colSpan={columns}>
          <input
            id={id}
            name={field}
            // A wheel or an arrow that is meant to scroll changes no number of a field of text.
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            dir="ltr"
            defaultValue={typed}
            aria-labelledby={`${id}-l`}
            aria-describedby={`${id}-h`}
            aria-invalid={errors.length > 0 || undefined}
          />{' '}
          {t('reviewing.ofMaximum', { maximum })}
        </td>
      )}
    </tr>
  )
}
