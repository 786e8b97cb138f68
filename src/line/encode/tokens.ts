/**
 * The look of everything we send: few sizes, few colours, one rhythm. Contrast on white is at least 7:1 for words
 * and on the buttons; `scaling` makes letters follow the setting of her LINE.
 */
export const tokens = {
  size: {
    normal: { title: 'xl', body: 'lg', label: 'md', button: 'lg' },
    large: { title: 'xxl', body: 'xl', label: 'lg', button: 'xl' },
  },
  color: {
    ink: '#1A1A1A',
    quiet: '#4D4D4D',
    main: '#00573D',
    onMain: '#FFFFFF',
    plain: '#E8F1EC',
    onPlain: '#00402D',
    urgent: '#A80000',
    onUrgent: '#FFFFFF',
    line: '#C9D3CE',
  },
  space: { tight: 'sm', normal: 'md', wide: 'lg', edge: '16px', button: '14px', corner: '10px' },
} as const;

/** How large letters are beyond the setting of her LINE. */
export type Letters = keyof typeof tokens.size;
