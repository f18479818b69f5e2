// Jobs come in as lines of JSON, and so do answers go out; a job may ask for something in between, such as a person's
// browser. One process serves many jobs, one after another.
import { createInterface } from 'node:readline'

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const out = process.stdout.write.bind(process.stdout)
// What libraries print is for whoever reads the log, not for whoever waits for an answer.
console.log = console.info = console.debug = console.warn = console.error

const say = (message) => out(JSON.stringify(message) + '\n')

/** Has a person open an address in their browser, and gives back where that led them; `deferred` waits for the card. */
export async function visit(url) {
  say({ visit: url })
  return JSON.parse((await lines.next()).value).redirected
}

/** Serves jobs until there are no more. What goes wrong is told with the line of the library that says so. */
export async function serve(work) {
  say({ ready: true })
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    try {
      say({ result: await work(JSON.parse(line.value)) })
    } catch (error) {
      say({ error: told(error), at: place(error) })
    }
  }
}

function told(error) {
  const parts = []
  for (let cause = error; cause; cause = cause.cause) parts.push(cause.message ?? String(cause))
  const answer = error?.response?.body ?? error?.errorResponse
  if (answer) parts.push(JSON.stringify(answer))
  const parsed = error?.response?.credentialResponseResult ?? error?.response?.deferredCredentialResponseResult
  if (parsed?.error) parts.push(parsed.error.message)
  const refused = error?.response?.credentialErrorResponseResult?.data
  if (refused) parts.push(JSON.stringify(refused))
  return parts.join(' | ')
}

function place(error) {
  const frame = /node_modules\/((?:@[^/]+\/)?[^/]+\/.*?:\d+):\d+/.exec(error?.stack ?? '')
  return frame ? frame[1] : ''
}
