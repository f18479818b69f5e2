// Says on which day something was, in the zone of this device. The zone stays here: no server is told of it.
const language = document.documentElement.lang;
for (const time of document.querySelectorAll("time[data-local]")) {
  const words = new Intl.DateTimeFormat(language, { dateStyle: "long" });
  if (new Date(time.dateTime).toDateString() !== new Date(time.dateTime.slice(0, 10) + "T00:00").toDateString()) {
    time.textContent = words.format(new Date(time.dateTime));
  }
}
