import { Icon, type IconName } from '#app/ui/icon.tsx'

type ControlProps = { icon: IconName; label: string; isOff?: boolean; isExpanded?: boolean; count?: number; onPress: () => void }

/** One round button of the bar; its words are its name and its hint, and say the count too. */
export function Control({ icon, label, isOff, isExpanded, count = 0, onPress }: ControlProps) {
  return (
    <button
      type="button" className="round" data-off={isOff ? '' : undefined} aria-label={label} title={label}
      aria-expanded={isExpanded} onClick={onPress}
    >
      <Icon name={icon} />
      {count > 0 && <span className="round-count" aria-hidden="true">{count > 9 ? '9+' : count}</span>}
    </button>
  )
}
