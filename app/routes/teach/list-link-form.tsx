import { FILE_FORMATS, type FileFormat } from '#app/participants/files/file-format.ts'
import { LINK_HOURS } from '#app/participants/files/links/link-hours.ts'
import type { ListPurpose } from '#app/participants/lists/visible-fields.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** A list is no card of anybody where it has no names. */
const NAMED: ListPurpose[] = ['teaching', 'desk', 'visa']

/** Which list is given on, in which form, for whom and until when. */
export function ListLinkForm({
  form,
  slug,
  linkId,
  purposes,
  purpose,
  query,
}: {
  form: FormState
  slug: string
  linkId: string
  purposes: ListPurpose[]
  purpose: ListPurpose
  query: string
}) {
  const { t, path } = usePage()
  const formats: FileFormat[] = FILE_FORMATS.filter((format) => format !== 'vcf' || NAMED.includes(purpose))
  return (
    <form method="post" action={path(`/teach/${slug}/links?purpose=${purpose}`)} className="narrow" noValidate>
      <input type="hidden" name="id" value={linkId} />
      <input type="hidden" name="query" value={query} />
      <TextField
        form={form}
        name="note"
        label={t('download.link.note')}
        hint={t('download.link.noteHint')}
        maxLength={120}
      />
      <SelectField
        form={form}
        name="purpose"
        label={t('list.purpose')}
        defaultValue={purpose}
        options={purposes.map((value) => ({ value, label: t(`list.purposes.${value}`) }))}
      />
      <SelectField
        form={form}
        name="format"
        label={t('download.link.format')}
        defaultValue="csv"
        options={formats.map((value) => ({ value, label: t(`download.formats.${value}`) }))}
      />
      <SelectField
        form={form}
        name="hours"
        label={t('download.link.until')}
        defaultValue="24"
        options={LINK_HOURS.map((hours) => ({ value: String(hours), label: t(`download.link.hours.h${hours}`) }))}
      />
      {query !== '' && <p className="hint">{t('download.link.narrowed')}</p>}
      <p className="row after">
        <button className="go">{t('download.link.button')}</button>
      </p>
    </form>
  )
}
