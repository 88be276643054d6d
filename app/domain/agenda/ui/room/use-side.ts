import { useState } from 'react'
import type { SideTab } from './side-panel.tsx'

type Side = {
  tab: SideTab
  isShown: boolean
  setTab: (tab: SideTab) => void
  show: (wanted: SideTab) => void
  /** Shows the tab, or nothing when it is shown already. */
  toggle: (wanted: SideTab) => void
}

/** What stands beside the pictures: at first the agenda. */
export function useSide(): Side {
  const [isShown, setShown] = useState(true)
  const [tab, setTab] = useState<SideTab>('agenda')
  const toggle = (wanted: SideTab) => {
    setShown(!isShown || tab !== wanted)
    setTab(wanted)
  }
  const show = (wanted: SideTab) => {
    setShown(true)
    setTab(wanted)
  }
  return { tab, isShown, setTab, show, toggle }
}
