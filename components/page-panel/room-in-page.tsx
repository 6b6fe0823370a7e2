import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { PageBridge } from '@/lib/page/bridge';
import { hasPanel } from './panel-view';
import roomInPage from './room-in-page.css?inline';

/**
 * Takes as much room at the end of the page as the panel covers, so that everything can be scrolled
 * out from under it, and has the page scroll what takes the focus out of there.
 */
export function RoomInPage({ bridge }: { readonly bridge: PageBridge }) {
  const hasNotes = useStore(bridge.store, ({ filter }) => filter.problems.length > 0);
  return useStore(bridge.store, hasPanel) ? <Room hasNotes={hasNotes} /> : null;
}

function Room({ hasNotes }: { readonly hasNotes: boolean }) {
  const room = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const root = room.current?.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    const style = document.createElement('style');
    style.textContent = roomInPage;
    root.host.append(style); // outside of the shadow root: a style sheet of the page
    return () => style.remove();
  }, []);

  return <div ref={room} className="room-in-page" data-notes={hasNotes || undefined} />;
}
