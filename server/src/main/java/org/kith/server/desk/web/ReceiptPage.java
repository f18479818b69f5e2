package org.kith.server.desk.web;

import org.kith.server.identity.Receipt;

/// What a person takes along from their visit.
///
/// @param mayPrint whether they are led to take paper along; where that could harm them, they read it at home
public record ReceiptPage(String booking, String reference, Receipt receipt, boolean mayPrint) {}
