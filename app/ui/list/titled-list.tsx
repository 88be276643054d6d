import type { ReactElement } from 'react'

type TitledListProps = {
  id: string
  title: string
  /** What stands there instead of no lines at all. */
  none: string
  className: string
  /** Does the order mean something? */
  isOrdered?: boolean
  /** The lines alone, so that none of them is a `false` that stands for nothing. */
  children: readonly ReactElement[]
}

/** A section that is one list, or in words why it has no lines. */
export function TitledList({ id, title, none, className, isOrdered, children }: TitledListProps) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children.length === 0 ? <p className="soft">{none}</p> : <List className={className}>{children}</List>}
    </section>
  )
}
