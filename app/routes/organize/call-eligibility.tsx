import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CallPages } from './call-pages.tsx'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { useCall } from './use-call.ts'
import { RuleText } from '#app/ui/rule-text.tsx'
import { findEditableCall } from '#app/applications/calls/editable-call.server.ts'
import type { EligibilityRule } from '#app/applications/calls/call.ts'
import { rulesSchema } from '#app/applications/calls/rules-form.ts'
import { listRules, saveRules, seenRules } from '#app/applications/calls/save-rules.server.ts'
import { CheckField, ChecksField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ECONOMY_LIST_IDS, ECONOMY_LISTS } from '#app/values/economies.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.pagesOf.eligibility'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { db } = context.services
  const [rules, editable] = await Promise.all([listRules(db, call.id), findEditableCall(db, call.id)])
  return { rules, seen: seenRules(rules), letters: editable.call.refereesWanted }
}

export const action = savingCall({
  schema: () => rulesSchema,
  save: ({ db }, change) => saveRules(db, change),
  to: (_saved, { slug }) => `${slug}/details/eligibility`,
})

function ruleOf<Kind extends EligibilityRule['kind']>(rules: EligibilityRule[], kind: Kind) {
  return rules.find((rule): rule is Extract<EligibilityRule, { kind: Kind }> => rule.kind === kind)
}

export default function CallEligibility() {
  const { rules, seen, letters } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const residence = ruleOf(rules, 'residence')
  return (
    <>
      <PageHead form={form} area="call" title={t('call.pagesOf.eligibility')} lead={t('call.eligibility.lead')} />
      <CallPages />
      <Leaf id="read" title={t('call.eligibility.asRead')} isWide>
        {rules.length === 0 ? (
          <p>{t('call.eligibility.everybody')}</p>
        ) : (
          <ul>
            {rules.map((rule) => (
              <li key={rule.kind}>
                <RuleText rule={rule} letters={letters} />
              </li>
            ))}
          </ul>
        )}
      </Leaf>
      <form method="post">
        <SavedMeanwhile form={form} seen={seen} rows={[]} />
        <Leaf id="residence" title={t('call.eligibility.residence')} isWide>
          <p className="hint">{t('call.eligibility.residenceHint')}</p>
          <ChecksField
            form={form}
            name="lists"
            legend={t('call.fields.lists')}
            inColumns
            options={ECONOMY_LIST_IDS.map((id) => ({
              value: id,
              label: (
                <>
                  {t(`call.economies.${id}`)} <small>({ECONOMY_LISTS[id].countries.size})</small>
                </>
              ),
            }))}
            defaultValues={residence?.lists ?? []}
          />
          <TextField
            form={form}
            name="countries"
            label={t('call.fields.countries')}
            hint={t('call.hints.countries')}
            defaultValue={residence?.countries.join(' ')}
            dir="ltr"
            isOptional
          />
          <CheckField form={form} name="isExcluded" defaultValue={residence?.isExcluded ? 'on' : null}>
            {t('call.fields.isExcluded')}
          </CheckField>
        </Leaf>
        <Leaf id="person" title={t('call.eligibility.person')} isWide>
          <div className="cols">
            {(['minimumAge', 'maximumAge'] as const).map((name) => (
              <TextField
                key={name}
                form={form}
                name={name}
                type="number"
                label={t(`call.fields.${name}`)}
                hint={t('call.hints.age')}
                defaultValue={ruleOf(rules, name === 'minimumAge' ? 'minimum-age' : 'maximum-age')?.age}
                isOptional
              />
            ))}
            <TextField
              form={form}
              name="awardFreeYears"
              type="number"
              label={t('call.fields.awardFreeYears')}
              hint={t('call.hints.awardFreeYears')}
              defaultValue={ruleOf(rules, 'award-free-years')?.years}
              isOptional
            />
          </div>
          <TextField
            form={form}
            name="affiliations"
            label={t('call.fields.affiliations')}
            hint={t('call.hints.affiliations')}
            defaultValue={ruleOf(rules, 'affiliation')?.kinds.join(', ')}
            isOptional
          />
        </Leaf>
        <Leaf id="papers" title={t('call.eligibility.papers')} isWide>
          <CheckField form={form} name="complete" defaultValue={ruleOf(rules, 'complete') ? 'on' : null}>
            {t('call.fields.complete')}
          </CheckField>
          <CheckField form={form} name="referee" defaultValue={ruleOf(rules, 'referee') ? 'on' : null}>
            {t('call.fields.referee')}
          </CheckField>
        </Leaf>
        {call.status !== 'draft' && (
          <Note is="warn">
            <p>{t('call.eligibility.whileOpen')}</p>
          </Note>
        )}
        <p className="row after">
          <button className="go">{t('call.save')}</button>{' '}
          <a href={path(`/organize/${slug}/calls/${call.slug}/details`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
