package org.kith.server.desk.web;

import java.util.Map;

/// The person whom number and passport led to, beside the photo taken when they were confirmed.
///
/// @param photo as base64; empty where there is none any more
public record RecoveryProposalPage(
        String reference, String lines, String name, String photo, String email, Map<String, String> errors) {}
