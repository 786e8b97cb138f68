/** Finds the one element of a kind below another; its absence is a mistake in the page's markup. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  within: ParentNode,
  name: Name,
  selector = '',
): HTMLElementTagNameMap[Name] => {
  const found = within.querySelector<HTMLElementTagNameMap[Name]>(`${name}${selector}`);
  if (!found) throw new Error(`The page has no ${name}${selector}.`);
  return found;
};

/** Finds the part of a piece of the page by the name it has in the markup. */
export const part = (within: ParentNode, name: string): HTMLElement => {
  const found = within.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`The page has no part "${name}".`);
  return found;
};

/** A fresh copy of what a template holds. */
export const copyOf = (id: string): HTMLElement => {
  const { firstElementChild } = element(document, 'template', `#${id}`).content;
  if (!(firstElementChild instanceof HTMLElement)) throw new Error(`The template ${id} is empty.`);
  const copy = document.importNode(firstElementChild, true);
  return copy;
};

/** The nearest element above an event's target that has an attribute, with the attribute's value. */
export const nearest = (
  event: Event,
  attribute: string,
): { readonly element: HTMLElement; readonly value: string } | undefined => {
  if (!(event.target instanceof Element)) return undefined;
  const found = event.target.closest<HTMLElement>(`[${attribute}]`);
  const value = found?.getAttribute(attribute);
  return found && value !== null && value !== undefined ? { element: found, value } : undefined;
};

/** A labelled field of a form. */
export const field = (form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement => {
  const found = form.elements.namedItem(name);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`The form has no field "${name}".`);
};
