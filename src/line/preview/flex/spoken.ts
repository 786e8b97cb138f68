import type { messagingApi } from '@line/bot-sdk';

/** Every word in a component, as a screen reader would say it. */
export const spokenOf = (component: messagingApi.FlexComponent): string => {
  switch (component.type) {
    case 'box':
      return component.contents.map(spokenOf).filter(Boolean).join(' ');
    case 'text':
      return component.text ?? component.contents?.map(spokenOf).join('') ?? '';
    case 'span':
      return component.text ?? '';
    case 'button':
      return component.action.label ?? '';
    default:
      return '';
  }
};
