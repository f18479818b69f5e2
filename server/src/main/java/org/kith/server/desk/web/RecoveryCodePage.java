package org.kith.server.desk.web;

import java.util.Locale;
import org.kith.server.account.RecoveryCode;

/// A recovery code, shown once and turned to its person, in their language.
///
/// @param address  where it is used
/// @param mayPrint whether paper may be taken along; where that could do harm, they write it down as they like
public record RecoveryCodePage(
        String booking, String reference, RecoveryCode code, String address, Locale language, boolean mayPrint) {}
