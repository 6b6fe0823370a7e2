import { ACTIONS, type Action } from './control-view';
import { isControl } from './row-control';

/** The element of a control, and the button in it, that an event came from; `null` if none. */
export function actionOf(event: Event): { element: HTMLElement; action: Action } | null {
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return null;
  const action = ACTIONS.find((one) => one === target.dataset.action);
  const root = target.getRootNode();
  const element = root instanceof ShadowRoot ? root.host : target.parentElement;
  return action && element && isControl(element) ? { element, action } : null;
}
