import { CLASSES, CLASSES_VERSION } from '../../core/course/moves';
import type { Context, Dialogue, Heard, Step as StepOf } from '../../core/dialogue/dialogue';
import { answer, hearQuestion } from './answers';
import { cancelled, confirmCancel, confirmUndo, offer } from './cancel';
import { confirmMove, confirmPeople, pickDay } from './change';
import { type ClassesData, classesData, initial, type Step } from './data';
import { done } from './done';
import { askPeople, confirm, detail, full, list } from './find';
import { form } from './form';
import { aboutClasses, hearClasses } from './hear';
import { booking, mine } from './mine';

/** A step that, beside its own answers, hears every wish about classes. */
const open = (step: StepOf<Step, ClassesData>): StepOf<Step, ClassesData> => ({
  ...step,
  hear: (heard: Heard, data: ClassesData, context: Context) =>
    step.hear?.(heard, data, context) ??
    hearQuestion(heard, data, context) ??
    hearClasses(heard, data, context),
});

/** Finds a class, books it, waits for it, changes it and gives it back. */
export const classes: Dialogue<Step, ClassesData> = {
  id: CLASSES,
  version: CLASSES_VERSION,
  first: 'list',
  initial,
  read: (stored) => classesData.safeParse(stored).data,
  opensOn: aboutClasses,
  opensAlso: (heard, context) => hearQuestion(heard, initial, context) !== undefined,
  open: (heard, context) => hearQuestion(heard, initial, context) ?? hearClasses(heard, initial, context),
  isResumable: true,
  steps: {
    list: open(list),
    detail: open(detail),
    answer: open(answer),
    askPeople: open(askPeople),
    confirm: open(confirm),
    full: open(full),
    form: open(form),
    done: open(done),
    mine: open(mine),
    booking: open(booking),
    pickDay: open(pickDay),
    confirmMove: open(confirmMove),
    confirmPeople: open(confirmPeople),
    confirmCancel: open(confirmCancel),
    cancelled: open(cancelled),
    confirmUndo: open(confirmUndo),
    offer: open(offer),
  },
};
