package org.kith.server.centre.web;

import java.time.Duration;
import java.util.Set;
import org.kith.server.application.ApplicationId;

/// Who comes to a visit, and how long it takes.
record VisitParty(Set<ApplicationId> along, Duration length, PartyView view) {}
