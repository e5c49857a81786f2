import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Language } from './languages.ts'

/** The texts of each language. In the build they stand in files, read when first asked for (`bin/build/catalogues.ts`). */
export const CATALOGUES: Record<Language, () => object> = { en: () => en, ar: () => ar, fr: () => fr }
