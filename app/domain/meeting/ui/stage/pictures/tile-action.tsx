import { Icon, type IconName } from '#app/ui/icon.tsx'

export type TileActionProps = { icon: IconName; label: string; isOn?: boolean; onPress: () => void }

/** A small button in the corner of a picture: there when the picture is pointed at or has the focus, always on a touch screen. */
export function TileAction({ icon, label, isOn, onPress }: TileActionProps) {
  return (
    <button type="button" className="tile-action" aria-label={label} title={label} data-on={isOn ? '' : undefined} onClick={onPress}>
      <Icon name={icon} size={20} />
    </button>
  )
}
