import { isControl } from './control';
import { ACTIONS, type Action } from './control-view';

/** The control and button that an event came from; `null` if none. */
export function actionOf(event: Event): { host: HTMLElement; action: Action } | null {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return null;
  const action = ACTIONS.find((one) => one === target.dataset.action);
  const root = target.getRootNode();
  if (!action || !(root instanceof ShadowRoot) || !isControl(root.host)) return null;
  return { host: root.host, action };
}
