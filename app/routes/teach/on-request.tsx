import type { ParticipantData } from './participant.tsx'
import { REQUEST_REASONS } from '#app/participants/lists/request-reasons.ts'
import type { OnRequest as Which } from '#app/participants/lists/visible-fields.ts'
import { ChoiceField, SelectField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** The way to what stands in no list, and what it told: once, with a reason that is written down. */
export function OnRequest({
  form,
  told,
  offered,
}: ParticipantData & { form: FormState; told: { which: Which; answers: { label: string; text: string }[] } | null }) {
  const { t } = usePage()
  const [only] = offered
  return (
    <Leaf id="on-request" title={t('list.one.onRequest')}>
      {told && (
        <Note is="warn">
          <div role="status">
            <h3>{t(`list.one.whichOnes.${told.which}`)}</h3>
            {told.answers.length === 0 ? (
              <p>{t('list.one.notAnswered')}</p>
            ) : (
              <dl>
                {told.answers.map(({ label, text }, at) => [
                  <dt key={at}>
                    <bdi>{label}</bdi>
                  </dt>,
                  <dd key={`${at} text`}>
                    <bdi>{text}</bdi>
                  </dd>,
                ])}
              </dl>
            )}
            <p className="hint">{t('list.one.shownOnce')}</p>
          </div>
        </Note>
      )}
      {only === undefined ? (
        <p className="mute">{t('list.one.notAsked')}</p>
      ) : (
        <form method="post">
          <p className="mute">{t('list.one.onRequestWhy')}</p>
          {offered.length === 1 ? (
            <input type="hidden" name="which" value={only} />
          ) : (
            <ChoiceField
              form={form}
              name="which"
              legend={t('list.one.which')}
              defaultValue="emergency"
              options={offered.toReversed().map((value) => ({ value, label: t(`list.one.whichOnes.${value}`) }))}
            />
          )}
          <SelectField
            form={form}
            name="reason"
            label={t('list.one.reason')}
            blank=""
            options={REQUEST_REASONS.map((value) => ({ value, label: t(`list.one.reasons.${value}`) }))}
          />
          <p className="row after">
            <button>
              {t(
                offered.length > 1
                  ? 'list.one.askEither'
                  : only === 'emergency'
                    ? 'list.one.ask'
                    : 'list.one.askAccess',
              )}
            </button>
          </p>
        </form>
      )}
    </Leaf>
  )
}
