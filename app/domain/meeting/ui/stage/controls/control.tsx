import { Icon, type IconName } from '#app/ui/icon.tsx'

type ControlProps = { icon: IconName; label: string; isOff?: boolean; isExpanded?: boolean; onPress: () => void }

/** One round button of the bar; its words are its name and its hint. */
export function Control({ icon, label, isOff, isExpanded, onPress }: ControlProps) {
  return (
    <button
      type="button" className="round" data-off={isOff ? '' : undefined} aria-label={label} title={label}
      aria-expanded={isExpanded} onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}
