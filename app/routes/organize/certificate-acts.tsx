import type { SerializeFrom } from '@remix-run/node'
import type { Standing } from '#app/certificates/list-standings.server.ts'
import { ChoiceField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

const DECISIONS = ['rule', 'given', 'kept'] as const

interface Props {
  standing: SerializeFrom<Standing>
  isIssued: boolean
  address: string
  form: FormState
}

/** What is decided by hand about one person, and the same certificate written anew. */
export function CertificateActs({ standing, isIssued, address, form }: Props) {
  const { t, path } = usePage()
  return (
    <>
      {!isIssued && (
        <Leaf id="decide" title={t('certificate.person.decide')}>
          {standing.reasons.length > 0 && (
            <p>
              {standing.reasons.map((reason) => t(`certificate.reasons.${reason}`)).join(t('common.listSeparator'))}
            </p>
          )}
          <p>{t('certificate.person.decideLead')}</p>
          <form method="post" action={path(`${address}/decide`)} noValidate>
            <ChoiceField
              form={form}
              name="decision"
              legend={t('certificate.person.decide')}
              options={DECISIONS.map((value) => ({ value, label: t(`certificate.person.decisions.${value}`) }))}
              defaultValue={standing.decision ?? 'rule'}
            />
            <TextField
              form={form}
              name="reason"
              label={t('certificate.fields.reason')}
              defaultValue={standing.exceptionReason}
              maxLength={300}
              isOptional
            />
            <p className="after">
              <button>{t('certificate.person.saveDecision')}</button>
            </p>
          </form>
        </Leaf>
      )}
      {isIssued && (
        <Leaf id="reissue" title={t('certificate.person.reissue')}>
          <p>{t('certificate.person.reissueLead')}</p>
          <form method="post" action={path(`${address}/reissue`)}>
            <button className={standing.standing === 'changed' ? 'go' : undefined}>
              {t('certificate.person.reissue')}
            </button>
          </form>
        </Leaf>
      )}
    </>
  )
}
