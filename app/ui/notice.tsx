import type { ReactNode } from 'react'

type NoticeProps = {
  tone?: 'calm' | 'caution' | 'danger'
  title?: string
  /** Read out when the page has just answered with it. */
  isNews?: boolean
  children?: ReactNode
}

/** One thing worth knowing, set apart from the text around it. */
export function Notice({ tone, title, isNews, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={isNews ? 'status' : undefined}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

/** A form that posts to this fragment has its faults in focus without any script. */
export const ERROR_SUMMARY_ID = 'error-summary'

export type FieldFault = { id: string; text: string }

/**
 * What must be put right, each line a link to its field. It takes the focus when the page loads,
 * so that a reader of any kind starts there.
 */
export function ErrorSummary({ title, faults }: { title: string; faults: readonly FieldFault[] }) {
  if (faults.length === 0) return null
  return (
    <div className="notice" data-tone="danger" role="alert" tabIndex={-1} id={ERROR_SUMMARY_ID} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul>{faults.map((fault) => <li key={fault.id}><a href={`#${fault.id}`}>{fault.text}</a></li>)}</ul>
    </div>
  )
}
