import { sheetText, wordingSheet } from './sheet/sheet';

console.log(sheetText(await wordingSheet()));
