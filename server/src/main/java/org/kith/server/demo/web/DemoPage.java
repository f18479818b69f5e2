package org.kith.server.demo.web;

import java.util.List;
import org.kith.server.demo.DemoOfficer;

/// Who is who in the demonstration.
///
/// @param officers who may be played at the desk
public record DemoPage(List<DemoOfficer> officers) {
    public DemoPage {
        officers = List.copyOf(officers);
    }
}
