// Reads an iCalendar file from stdin with ical.js, strictly, and says as JSON what is in it.
import { readFileSync } from "node:fs";
import ICAL from "../../frontend/node_modules/ical.js/dist/ical.js";

ICAL.design.strict = true;
const kalender = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
const regels = kalender.getAllSubcomponents("vevent").map((deel) => {
  const event = new ICAL.Event(deel);
  return {
    uid: event.uid,
    titel: event.summary,
    tekst: event.description,
    van: event.startDate.toString(),
    tot: event.endDate.toString(),
    heel: event.startDate.isDate && event.endDate.isDate,
    volgnummer: event.sequence,
    url: deel.getFirstPropertyValue("url"),
    status: deel.getFirstPropertyValue("status"),
    soorten: deel.getFirstProperty("categories")?.getValues() ?? [],
    wekker: deel.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger").toString() ?? "",
    gewijzigd: deel.getFirstPropertyValue("last-modified")?.toString() ?? "",
  };
});
const naam = kalender.getFirstPropertyValue("x-wr-calname");
const wacht = kalender.getFirstPropertyValue("refresh-interval")?.toString() ?? "";
console.log(JSON.stringify({ naam, wacht, regels }));
