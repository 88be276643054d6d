import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'

/** `what` says which one it is, wherever it is read alone. */
export type RuleItem = { id: string; what: string; detail?: string | null }

type RuleListProps = { items: readonly RuleItem[]; texts: { empty: string; remove: string; removeNamed: string } }

/** What is on a list, each with a button of its own that takes it off. */
export function RuleList({ items, texts }: RuleListProps) {
  if (items.length === 0) return <p className="soft">{texts.empty}</p>
  return (
    <ul className="rule-list">
      {items.map(({ id, what, detail }) => (
        <li key={id}>
          <p><span className="rule-what">{what}</span>{detail && <span className="soft small"> {detail}</span>}</p>
          <form method="post">
            <input type="hidden" name="id" value={id} />
            <Button tone="plain" name="intent" value="remove" aria-label={fill(texts.removeNamed, { what })}>{texts.remove}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
