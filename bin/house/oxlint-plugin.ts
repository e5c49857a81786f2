/** What we use of oxlint's plugin interface, which follows ESLint's. */
export interface Rule {
  create(context: Context): Partial<Record<string, (node: Node) => void>>
}

export interface Context {
  cwd: string
  filename: string
  report(problem: { node: Node; message: string }): void
}

export interface Node {
  type: string
  name?: string
  value?: unknown
  source?: Node
  importKind?: string
  exportKind?: string
  callee?: Node
  arguments?: Node[]
  object?: Node
  property?: Node
}
