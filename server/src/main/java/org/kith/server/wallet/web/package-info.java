/// The addresses that wallets speak to, and the pages on which a person lets one in.
@NullMarked
package org.kith.server.wallet.web;

import org.jspecify.annotations.NullMarked;
