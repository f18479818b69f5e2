package org.kith.server.portal.web;

import java.time.LocalDate;

/// What withdrawing an application means.
///
/// @param booked     whether a visit is booked, which is given up
/// @param papersGo   when answers, papers and what officers noted are deleted
/// @param photoGoes  when the photo is deleted
public record WithdrawPage(String reference, boolean booked, LocalDate papersGo, LocalDate photoGoes) {}
