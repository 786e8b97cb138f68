import type { Child } from 'hono/jsx';
import { drawSticker } from '../../line/preview';
import type { Place } from './places';
import { wording } from './wording';

/** A dialog of the page; its form ends it with the value of the button that was pressed. */
const Dialog = ({ name, title, children }: { name: string; title: string; children?: Child }) => (
  <dialog id={name} aria-labelledby={`${name}-title`}>
    <form method="dialog">
      <h2 id={`${name}-title`}>{title}</h2>
      {children}
    </form>
  </dialog>
);

const Buttons = ({ yes }: { yes: string }) => (
  <div class="buttons">
    <button type="submit" class="quiet" value="" formnovalidate>
      {wording.cancel}
    </button>
    <button type="submit" class="main" value="yes">
      {yes}
    </button>
  </div>
);

const AddPerson = () => (
  <Dialog name="add-person" title={wording.addPerson}>
    <label class="field">
      <span>{wording.name}</span>
      <input name="name" required maxlength={50} autocomplete="off" list="sample-names" />
    </label>
    <datalist id="sample-names">
      {wording.sampleNames.map((name) => (
        <option value={name} />
      ))}
    </datalist>
    <Buttons yes={wording.add} />
  </Dialog>
);

const KINDS = ['station', 'town', 'other'] as const;

const Location = ({ places }: { places: readonly Place[] }) => (
  <Dialog name="send-location" title={wording.sendLocation}>
    {places.length === 0 ? null : (
      <label class="field">
        <span>{wording.fromList}</span>
        <select name="place">
          {KINDS.map((kind) => ({ kind, found: places.filter((place) => place.kind === kind) }))
            .filter(({ found }) => found.length > 0)
            .map(({ kind, found }) => (
              <optgroup label={wording.kindOfPlace[kind]}>
                {found.map((place) => (
                  <option value={JSON.stringify(place)}>{place.name}</option>
                ))}
              </optgroup>
            ))}
          <option value="">{wording.byNumbers}</option>
        </select>
      </label>
    )}
    <div class="pair" data-part="numbers" hidden={places.length > 0}>
      <label class="field">
        <span>{wording.latitude}</span>
        <input name="latitude" type="number" step="any" min="-90" max="90" value="35.6812" />
      </label>
      <label class="field">
        <span>{wording.longitude}</span>
        <input name="longitude" type="number" step="any" min="-180" max="180" value="139.7671" />
      </label>
      <label class="field">
        <span>{wording.withTitle}</span>
        <input name="title" maxlength={100} autocomplete="off" />
      </label>
      <label class="field">
        <span>{wording.withAddress}</span>
        <input name="address" maxlength={100} autocomplete="off" />
      </label>
    </div>
    <Buttons yes={wording.send} />
  </Dialog>
);

/** Ids that LINE lets bots send as well; the faces are our own. */
const STICKERS = ['1988', '1989', '1990', '1991', '1992', '2000'] as const;

const Stickers = () => (
  <Dialog name="send-sticker" title={wording.chooseSticker}>
    <div class="stickers">
      {STICKERS.map((id) => (
        <button type="submit" value={id}>
          {drawSticker(id, undefined)}
        </button>
      ))}
    </div>
    <div class="buttons">
      <button type="submit" class="quiet" value="">
        {wording.cancel}
      </button>
    </div>
  </Dialog>
);

/** Every dialog that a phone can open. */
export const Dialogs = ({ places }: { places: readonly Place[] }) => (
  <>
    <AddPerson />
    <Location places={places} />
    <Stickers />
    <Dialog name="pick-date" title={wording.pickDate}>
      <label class="field">
        <span data-part="label">{wording.pickDate}</span>
        <input name="picked" type="date" required />
      </label>
      <Buttons yes={wording.decide} />
    </Dialog>
    <Dialog name="leave" title={wording.leaveTitle}>
      <p class="address" data-part="words" />
      <p data-part="note" />
      <Buttons yes={wording.open} />
    </Dialog>
    <Dialog name="unsend" title={wording.unsendAsk}>
      <Buttons yes={wording.unsend} />
    </Dialog>
    <Dialog name="send-file" title={wording.file}>
      <label class="field">
        <span data-part="label">{wording.file}</span>
        <input name="file" type="file" />
      </label>
      <div class="buttons">
        <button type="submit" class="quiet" value="" formnovalidate>
          {wording.cancel}
        </button>
        <button type="submit" class="quiet" value="sample" data-part="sample">
          {wording.samplePhoto}
        </button>
        <button type="submit" class="main" value="yes">
          {wording.send}
        </button>
      </div>
    </Dialog>
  </>
);
