import { type Typed, textIn } from '../json';

/** What a date picker asks for. */
export type PickerMode = 'date' | 'time' | 'datetime';

const SHAPES: Readonly<Record<PickerMode, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/,
};

/** The picker's mode; a date if it says nothing that is known. */
export const pickerMode = (action: Typed): PickerMode => {
  const mode = textIn(action, 'mode');
  return mode === 'time' || mode === 'datetime' ? mode : 'date';
};

/** Why a value cannot be picked, in plain words; undefined if it can. All of LINE's forms sort as text. */
export const whyNotPickable = (
  mode: PickerMode,
  value: string,
  { min, max }: { readonly min?: string; readonly max?: string },
): string | undefined => {
  if (!SHAPES[mode].test(value)) return `"${value}" is no ${mode}.`;
  if (mode !== 'time') {
    const day = value.slice(0, 10);
    const real = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) {
      return `${day} is not in the calendar.`;
    }
  }
  if (min !== undefined && value < min) return `${value} is before ${min}.`;
  if (max !== undefined && value > max) return `${value} is after ${max}.`;
  return undefined;
};
