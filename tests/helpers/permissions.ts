/** Permissions as a browser keeps them; each request is granted or refused as the user would. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Asked {
  readonly origins?: readonly string[];
}

/** Has the fake browser have permissions. `granted` are those that it has; it is changed in place. */
export function fakePermissions(user: { grants: boolean } = { grants: true }): Set<string> {
  const granted = new Set<string>();
  const listeners = new Set<() => void>();
  const event = {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins = [] }: Asked) => origins.every((one) => granted.has(one)),
      request: async ({ origins = [] }: Asked) => {
        if (!user.grants) return false;
        for (const one of origins) granted.add(one);
        tell();
        return true;
      },
      remove: async ({ origins = [] }: Asked) => {
        for (const one of origins) granted.delete(one);
        tell();
        return true;
      },
      onAdded: event,
      onRemoved: event,
    },
  });
  return granted;
}
