// Makes or shows a passkey: reads the options from the form, hands them to the browser, and posts what comes back.
'use strict';

const bytes = text => Uint8Array.from(
    atob(text.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));

const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const described = credentials => (credentials || []).map(one => ({...one, id: bytes(one.id)}));

async function make(options) {
  const made = await navigator.credentials.create({publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: {...options.user, id: bytes(options.user.id)},
    excludeCredentials: described(options.excludeCredentials),
    // A key for a day without a line (offline-vault.js), where the device has such keys.
    extensions: {...options.extensions, prf: {}},
  }});
  return {
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: {},
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    },
  };
}

async function show(options) {
  const shown = await navigator.credentials.get({publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: described(options.allowCredentials),
  }});
  return {
    id: shown.id,
    rawId: text(shown.rawId),
    type: shown.type,
    authenticatorAttachment: shown.authenticatorAttachment,
    clientExtensionResults: {},
    response: {
      authenticatorData: text(shown.response.authenticatorData),
      clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
    },
  };
}

// Offered only where the browser knows passkeys; without this script the page has another way.
if (window.PublicKeyCredential)
  for (const offer of document.querySelectorAll('[data-passkey-offer]')) offer.hidden = false;

const form = document.querySelector('form[data-passkey]');
const refused = document.querySelector('[data-passkey-refused]');

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (!form.reportValidity()) return;
  refused.hidden = true;
  try {
    const options = JSON.parse(form.dataset.options);
    const credential = form.dataset.passkey === 'make' ? await make(options) : await show(options);
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch (error) {
    // The browser does not tell why: no key here, none verified, or the person stopped it.
    refused.hidden = false;
    refused.focus();
  }
});
