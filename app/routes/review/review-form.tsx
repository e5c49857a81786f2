import { Meanwhile } from '#app/ui/meanwhile.tsx'
import { points } from './points.ts'
import type { ReviewPage } from './review-reading.server.ts'
import { ScoreRow, SIDE_BY_SIDE } from './score-row.tsx'
import { LONGEST_COMMENT } from '#app/applications/reviews/review-form.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

const STALE = 'refusal.review-stale'

/** The rubric and the words of one reviewer. `public/scripts/review.js` adds up, keeps and scores by digits. */
export function ReviewForm({ page, form }: { page: ReviewPage; form: FormState }) {
  const { frame, application, criteria, review, state } = page
  const { t, path, language } = usePage()
  const address = path(`/review/${frame.event.slug}/${frame.call.slug}/${application.label}`)
  const isStale = form.errors['']?.includes(STALE) ?? false
  const version = isStale ? review.version : (typedValue(form, 'version') ?? review.version)
  const columns = Math.max(1, ...criteria.map(({ maximum }) => (maximum <= SIDE_BY_SIDE ? maximum + 1 : 1)))
  const comments = ['privateComment', 'sharedComment', 'reason'] as const
  const typed = [
    ...criteria.map(({ field, label, score }) => ({ name: field, label, saved: score === null ? '' : String(score) })),
    ...comments.map((name) => ({ name, label: t(`reviewing.${name}`), saved: review[name] })),
  ].map(({ name, ...row }) => ({ ...row, typed: typedValue(form, name) ?? '' }))
  return (
    <form
      method="post"
      action={address}
      className="leaf flow wide"
      aria-labelledby="sc"
      data-review={review.id}
      data-number={`${frame.event.slug}/${frame.call.slug}/${application.label}`}
      data-keep={`${address}/keep`}
    >
      <h2 id="sc">{t('reviewing.yourScore')}</h2>
      {isStale && <Meanwhile rows={typed.filter((row) => row.saved !== row.typed)} />}
      <div className="note flow" data-is="warn" data-copy hidden>
        <p>{t('reviewing.copyFound')}</p>
        <p className="row">
          <button type="button" data-take>
            {t('reviewing.copyTake')}
          </button>{' '}
          <button type="button" data-drop>
            {t('reviewing.copyDrop')}
          </button>
        </p>
      </div>
      <input type="hidden" name="version" value={version} />
      <table className="rubric">
        <thead className="vh">
          <tr>
            <th scope="col">{t('reviewing.criterion')}</th>
            <th scope="col" colSpan={columns}>
              {t('reviewing.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <ScoreRow key={criterion.field} criterion={criterion} columns={columns} form={form} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reviewing.total')}</th>
            <td className="num" colSpan={columns}>
              <b>
                <output data-total={t('reviewing.of100', { points: '{points}' })}>
                  {review.total === null
                    ? t('reviewing.noTotal')
                    : t('reviewing.of100', { points: points(review.total, language) })}
                </output>
              </b>
            </td>
          </tr>
        </tfoot>
      </table>
      {comments.map((name) => (
        <TextArea
          key={name}
          form={form}
          name={name}
          label={t(`reviewing.${name}`)}
          hint={t(`reviewing.${name}Hint`)}
          defaultValue={review[name]}
          rows={name === 'privateComment' ? 2 : 3}
          maxLength={LONGEST_COMMENT}
          isOptional
        />
      ))}
      <label className="check">
        <input type="checkbox" name="knows" /> <span>{t('reviewing.knows')}</span>
      </label>
      <p className="row">
        <button className="go" formAction={`${address}/next`} data-next>
          {t('reviewing.saveNext')}
        </button>{' '}
        <button>{t('reviewing.save')}</button> <a href={`${address}/skip`}>{t('reviewing.skip.link')}</a>
      </p>
      <p className="mute">
        <output
          data-said={t('reviewing.keptAt', { time: '{time}' })}
          data-here={t('reviewing.keptHere')}
          data-offline={t('reviewing.offlineNow')}
          data-elsewhere={t('reviewing.keptElsewhere')}
        />
      </p>
      <p className="hint">{t('reviewing.keys')}</p>
      {state === 'submitted' && <p className="hint">{t('reviewing.mayChange')}</p>}
    </form>
  )
}
