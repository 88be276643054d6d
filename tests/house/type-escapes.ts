import ts from 'typescript'

/** `any`, a cast other than `as const`, a forced non-null, or a silenced error: where the compiler was told to look away. */
export function typeEscapes(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isEscape(node)) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().slice(0, 80)}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  const silenced = text.match(/@ts-(ignore|expect-error|nocheck)/g) ?? []
  return [...found, ...silenced.map((comment) => `${path}: ${comment}`)]
}

function isEscape(node: ts.Node): boolean {
  if (ts.isAsExpression(node)) return node.type.getText() !== 'const'
  return node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node)
}
