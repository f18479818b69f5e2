/// The pages and the one file for whoever checks a card.
@NullMarked
package org.kith.server.presentation.web;

import org.jspecify.annotations.NullMarked;
