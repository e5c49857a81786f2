import type { AndNode, KyselyPlugin, RootOperationNode } from 'kysely'

/** The negative control: updates of quotas lose all of their condition but the id, which is the guard. */
export const withoutGuard: KyselyPlugin = {
  transformQuery: ({ node }) => unguarded(node),
  transformResult: ({ result }) => Promise.resolve(result),
}

function unguarded(node: RootOperationNode): RootOperationNode {
  if (node.kind !== 'UpdateQueryNode' || !JSON.stringify(node.table).includes('"quotas"')) return node
  let condition = node.where?.where
  while (condition?.kind === 'AndNode') condition = (condition as AndNode).left
  return condition ? { ...node, where: { kind: 'WhereNode', where: condition } } : node
}
