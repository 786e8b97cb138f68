import { wording } from './wording';

const Sign = ({ path }: { path: string }) => (
  <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

/** A choice of which one is always taken; names are made different for each phone by the script. */
const Choice = ({
  name,
  legend,
  options,
}: {
  name: string;
  legend: string;
  options: Record<string, string>;
}) => (
  <fieldset class="choice" data-choice={name}>
    <legend class="for-listeners">{legend}</legend>
    {Object.entries(options).map(([value, label]) => (
      <label>
        <input type="radio" name={name} value={value} class="for-listeners" />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);

const Settings = () => (
  <div class="settings">
    <h2 data-part="name">{wording.person}</h2>
    <button type="button" class="quiet" data-act="block">
      {wording.block}
    </button>
    <button type="button" class="icon" data-act="close">
      <Sign path="M5 5l14 14M19 5L5 19" />
    </button>
    <Choice name="letters" legend={wording.letters} options={wording.letterSteps} />
    <Choice name="device" legend={wording.device} options={wording.devices} />
  </div>
);

const Composer = () => (
  <form class="composer" data-part="composer">
    <button type="button" class="icon" data-act="more" aria-label={wording.more} aria-expanded="false">
      <Sign path="M12 4v16M4 12h16" />
    </button>
    <textarea data-part="words" rows={1} maxlength={5000} aria-label={wording.writeHere} placeholder="Aa" />
    <button type="button" class="icon" data-act="sticker" aria-label={wording.stickers}>
      <Sign path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 9.5v.6M15.5 9.5v.6M7.5 14c2 3.4 7 3.4 9 0" />
    </button>
    <button type="submit" class="icon send" aria-label={wording.send}>
      <Sign path="M4 12l16-8-5 16-4-6zM11 14L20 4" />
    </button>
  </form>
);

const Attachments = () => (
  <div class="attachments" data-part="attachments" hidden>
    <button type="button" data-act="location">
      <Sign path="M12 22C7 16 5 13 5 9.5a7 7 0 0 1 14 0C19 13 17 16 12 22zM12 12a2.5 2.5 0 1 0-.1 0z" />
      {wording.location}
    </button>
    {(
      [
        ['photo', wording.photo, 'M3 5h18v14H3zM3 16l5-5 5 5 3-3 5 5M16 9v.1'],
        ['video', wording.video, 'M3 6h12v12H3zM15 10l6-3v10l-6-3'],
        [
          'voice',
          wording.voice,
          'M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4',
        ],
        ['file', wording.file, 'M6 2h8l4 4v16H6zM14 2v4h4'],
      ] as const
    ).map(([act, label, path]) => (
      <button type="button" data-act={act}>
        <Sign path={path} />
        {label}
      </button>
    ))}
  </div>
);

/** One phone, as the script copies it for each person. */
export const PhoneFrame = ({ account }: { account: string }) => (
  <template id="phone-frame">
    <section class="phone">
      <Settings />
      <div class="screen f-chat f-letters-normal" data-part="screen">
        <header class="chat-head">
          <span class="avatar" aria-hidden="true">
            {[...account][0]}
          </span>
          <h3>{account}</h3>
        </header>
        <div class="entries" role="log" tabindex={0} aria-label={wording.chat} data-part="scroll">
          <div data-part="entries" />
        </div>
        <div class="loading" data-part="loading" role="status" hidden>
          <span class="for-listeners">{wording.typing}</span>
          <i /> <i /> <i />
        </div>
        <div data-part="quick" />
        <p class="notice" data-part="desktop-note" hidden>
          {wording.desktopNote}
        </p>
        <div class="standing" data-part="standing" hidden>
          <p data-part="standing-words" />
          <button type="button" class="main" data-act="follow" />
        </div>
        <Attachments />
        <Composer />
        <button type="button" class="menu-bar" data-act="menu" aria-expanded="false" hidden>
          <span data-part="menu-words" />
          <Sign path="M5 9l7 7 7-7" />
        </button>
        <div class="menu" data-part="menu" hidden />
        <output class="toast" data-part="toast" hidden />
      </div>
    </section>
  </template>
);
