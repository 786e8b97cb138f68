import type { Look } from '../menu';

/** Colours of one look. Letters and signs stand only on the ground of their own pair; each pair is at least 6:1. */
export interface Colours {
  /** Between the buttons. */
  readonly ground: string;
  readonly edge: string;
  readonly plain: {
    readonly ground: string;
    readonly letters: string;
    readonly disc: string;
    readonly sign: string;
  };
  readonly main: {
    readonly ground: string;
    readonly letters: string;
    readonly disc: string;
    readonly sign: string;
  };
  readonly band: { readonly ground: string; readonly letters: string };
}

const paper = '#ffffff';
const ink = '#16262b';

const lookOf = (strong: string, pale: string, ground: string, edge: string): Colours => ({
  ground,
  edge,
  plain: { ground: paper, letters: ink, disc: pale, sign: strong },
  main: { ground: strong, letters: paper, disc: paper, sign: strong },
  band: { ground: strong, letters: paper },
});

/** Green for elders, blue for supporters, plum for staff who try things out. */
export const colours: Readonly<Record<Look, Colours>> = {
  elder: lookOf('#0a5a41', '#e3f0e9', '#dbe9e1', '#a9c7b8'),
  supporter: lookOf('#15487c', '#e3edf7', '#dae6f2', '#a8c0d9'),
  tester: lookOf('#5d2f66', '#f1e6f3', '#eadfed', '#c5adca'),
};
