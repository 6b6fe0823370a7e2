import { type ComponentType, lazy, Suspense } from 'react';

/**
 * Preloads a module when the page is idle. A failure is ignored here: it recurs, and is handled, when
 * the module is needed.
 */
export function whenIdle(load: () => Promise<unknown>): void {
  globalThis.requestIdleCallback?.(() => void load().catch(() => {})); // missing in some test environments
}

/** A component in a chunk of its own, loaded when the page is idle or when first rendered. */
export function later<Component extends ComponentType<never>>(
  load: () => Promise<Component>,
): Component {
  whenIdle(load);
  // Both take the same props, which types cannot express for generic components.
  const Loaded = lazy(async () => ({
    default: (await load()) as unknown as ComponentType<object>,
  }));
  const component = (props: object) => (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
  return component as unknown as Component;
}
