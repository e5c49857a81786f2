/** Made by `bin/build/page-sheet.ts` of `app/ui/plenary.css` and `public/favicon.svg`. */
declare module 'virtual:page-sheet' {
  import type { Sheet } from '#app/http/page-style/sheet.ts'

  const sheet: Sheet
  export default sheet
  export const icon: string
}
