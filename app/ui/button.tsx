import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

type Look = {
  /** accent: the one thing to do here. quiet: an equal choice. plain: a way out. danger: can't be taken back. */
  tone?: 'accent' | 'quiet' | 'plain' | 'danger'
  size?: 'normal' | 'large'
}

export function Button({ tone, size, type = 'submit', className, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button {...rest} type={type} className={withClass(className)} data-tone={tone} data-size={size} />
}

/** A link that looks like a button. It goes somewhere and changes nothing. */
export function LinkButton({ tone, size, className, children, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...rest} className={withClass(className)} data-tone={tone} data-size={size}>{children}</a>
}

function withClass(className: string | undefined): string {
  return className ? `button ${className}` : 'button'
}
