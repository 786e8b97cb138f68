import { callFaultKinds, webhookFaultKinds } from '../faults/kinds';

const Option = ({ value }: { value: string }) => <option value={value}>{value.replaceAll('-', ' ')}</option>;

const Faults = () => (
  <details class="tool">
    <summary>Faults</summary>
    <form data-part="new-fault" class="fields">
      <label>
        What
        <select name="kind">
          <optgroup label="Calls to LINE">
            {callFaultKinds.map((kind) => (
              <option value={`call ${kind}`}>call: {kind.replaceAll('-', ' ')}</option>
            ))}
          </optgroup>
          <optgroup label="Webhooks to the bot">
            {webhookFaultKinds.map((kind) => (
              <option value={`webhook ${kind}`}>webhook: {kind.replaceAll('-', ' ')}</option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        Endpoint
        <input name="endpoint" placeholder="every" autocomplete="off" size={8} />
      </label>
      <label>
        Times
        <input name="times" type="number" min="1" placeholder="for ever" />
      </label>
      <label>
        Delay, ms
        <input name="delay" type="number" min="0" />
      </label>
      <button type="submit">Add fault</button>
    </form>
    <ul class="active-faults" data-part="faults" aria-label="Faults at work" />
  </details>
);

const Clock = () => (
  <details class="tool">
    <summary>Clock and settings</summary>
    <p>
      Emulator's clock: <time data-part="clock" />
    </p>
    <fieldset class="buttons-row">
      <legend>Move it on by</legend>
      {(
        [
          ['1 min', 60_000],
          ['20 min', 1_200_000],
          ['1 hour', 3_600_000],
          ['1 day', 86_400_000],
        ] as const
      ).map(([label, by]) => (
        <button type="button" data-advance={String(by)}>
          {label}
        </button>
      ))}
    </fieldset>
    <form data-part="settings" class="fields">
      <label>
        <input type="checkbox" name="isWebhookActive" /> Webhook on
      </label>
      <label>
        <input type="checkbox" name="redelivery" /> Redelivery
      </label>
      <label>
        <input type="checkbox" name="isLinting" /> Lint
      </label>
      <label>
        <input type="checkbox" name="rateLimits" /> Rate limits
      </label>
      <label>
        Read marks
        <select name="chatMode">
          <option value="bot">at once</option>
          <option value="chat">by the bot</option>
        </select>
      </label>
      <label>
        Quota
        <input name="quota" type="number" min="0" placeholder="none" />
      </label>
    </form>
  </details>
);

const Session = () => (
  <details class="tool">
    <summary>Session</summary>
    <div class="buttons-row">
      <a class="button" href="/__emulator/session" download="session.json">
        Export
      </a>
      <label class="button">
        Replay a file
        <input type="file" accept="application/json,.json" data-part="replay" class="for-listeners" />
      </label>
      <button type="button" data-act="reset">
        Reset everything
      </button>
    </div>
    <output data-part="session-words" />
  </details>
);

/** One line of the traffic, as the script copies it. */
const Row = () => (
  <template id="traffic-row">
    <li>
      <details class="exchange">
        <summary>
          <span class="verdict" data-part="verdict" />
          <span class="what" data-part="name" />
          <span class="status" data-part="status" />
          <span class="took" data-part="took" />
          <time data-part="time" />
          <span class="why" data-part="why" />
        </summary>
      </details>
    </li>
  </template>
);

/** What opens below a line. */
const Detail = () => (
  <template id="traffic-detail">
    <div class="detail">
      <div class="buttons-row">
        <button type="button" data-act="curl">
          Copy as curl
        </button>
        <output data-part="copied" />
      </div>
      <ul class="findings" data-part="findings" />
      <h3>Request</h3>
      <pre data-part="request-line" />
      <pre data-part="request-headers" />
      <pre data-part="request-body" />
      <h3>Response</h3>
      <pre data-part="response-headers" />
      <pre data-part="response-body" />
    </div>
  </template>
);

/** The traffic beside the phones. It speaks English, as the tools of its readers do. */
export const TrafficView = () => (
  <section class="traffic" lang="en" aria-labelledby="traffic-title" data-part="traffic">
    <header>
      <h2 id="traffic-title">Traffic</h2>
      <output class="quota" data-part="quota" />
    </header>
    <form class="fields filter" data-part="filter">
      <label>
        Show
        <select name="kind">
          <option value="">everything</option>
          <option value="webhook">webhooks to the bot</option>
          <option value="call">calls from the bot</option>
        </select>
      </label>
      <label>
        Verdict
        <select name="verdict">
          <option value="">any</option>
          {['accepted', 'refused', 'failed', 'warned'].map((value) => (
            <Option value={value} />
          ))}
        </select>
      </label>
      <label>
        Contains
        <input name="text" type="search" autocomplete="off" />
      </label>
    </form>
    <ol class="exchanges" data-part="exchanges" aria-label="Exchanges, newest first" />
    <p class="none" data-part="none">
      Nothing yet. Write something on a phone.
    </p>
    <footer class="tools">
      <Faults />
      <Clock />
      <Session />
    </footer>
    <Row />
    <Detail />
  </section>
);
