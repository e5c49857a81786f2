/**
 * A stylesheet, prepared at build time so that the part of it that a page needs is found without parsing anything.
 * Names are written as CSS writes them: `h1`, `.note`, `#main`, `[dir]`, `[dir=rtl]`; a rule knows them by number.
 */
export interface Sheet {
  names: string[]
  nodes: SheetNode[]
}

/** As it is, a group of nodes (`@media …`), or a rule. */
export type SheetNode = string | { group: string; nodes: SheetNode[] } | SheetRule

export interface SheetRule {
  selectors: SheetSelector[]
  declarations: SheetDeclaration[]
}

export interface SheetSelector {
  text: string
  /** Ways in which something can match: the numbers of all the names that must be on the page for one of them. */
  ways: number[][]
}

export interface SheetDeclaration {
  text: string
  /** The custom property that it sets, if it is one, or the page that it describes: nobody needs it unless it is read. */
  sets?: string
  /** Custom properties and named pages that it reads. */
  reads?: string[]
}
