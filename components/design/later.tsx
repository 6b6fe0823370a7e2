import { type ComponentType, lazy, Suspense } from 'react';

/**
 * Loads what is not needed at first when there is nothing else to do, so that it is there when it
 * is. What fails is loaded when it is needed, and fails there.
 */
export function whenIdle(load: () => Promise<unknown>): void {
  globalThis.requestIdleCallback?.(() => void load().catch(() => {})); // tests may have none
}

/** A component that is not there at first: it comes when there is nothing else to do. */
export function later<Component extends ComponentType<never>>(
  load: () => Promise<Component>,
): Component {
  whenIdle(load);
  // Each takes what the other takes, which generic components could not be asked to say.
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
