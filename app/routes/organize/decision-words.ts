import { isKey } from '#app/locales/translate.ts'
import { usePage } from '#app/ui/use-page.ts'

/** The sentence of a refusal that was kept as its code. */
export function useRefusal(): (code: string) => string {
  const { t } = usePage()
  return (code) => {
    const key = `refusal.${code}`
    return isKey(key) ? t(key) : code
  }
}
