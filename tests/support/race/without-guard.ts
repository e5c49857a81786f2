import type { AndNode, KyselyPlugin, RootOperationNode } from 'kysely'

/** The negative control: updates of quotas lose the second half of their condition, which is the guard. */
export const withoutGuard: KyselyPlugin = {
  transformQuery: ({ node }) => unguarded(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

function unguarded(node: RootOperationNode): RootOperationNode {
  if (node.kind !== 'UpdateQueryNode' || !JSON.stringify(node.table).includes('"quotas"')) return node
  const condition = node.where?.where
  if (condition?.kind !== 'AndNode') return node
  return { ...node, where: { kind: 'WhereNode', where: (condition as AndNode).left } }
}
